"""Sheets of paper as PDF: tagged, titled, in their language, the same bytes for the same sheet.

    python3 web/site/paper.py <<<'[{"html": "a.html", "pdf": "a.pdf", "size": "A4"}]'

For one process, because to start WeasyPrint takes as long as to set a sheet.
"""
import json
import logging
import os
import sys
from multiprocessing import Pool

from weasyprint import CSS, HTML
from weasyprint.pdf.stream import Stream, pydyf

# The day that the typeface inside was cut out for the sheet would be another one each time.
os.environ['SOURCE_DATE_EPOCH'] = '0'
# It says of every sheet that tagging is new; what the tags are like, tests/page/paper.test.mjs reads.
logging.getLogger('weasyprint').setLevel(logging.ERROR)

known, begin = Stream.get_marked_content_tag, Stream.begin_marked_content


def begin_marked_content(self, box, mcid=False, tag=None):
    """What is no element of the sheet (the page, its number) is no part of its text; and what holds all is not its text."""
    if not box.element_tag or box.element_tag.startswith('@'):
        return begin(self, box, tag='Artifact')
    return begin(self, box, mcid and box.element_tag != 'html', tag)


Stream.begin_marked_content = begin_marked_content
Stream.get_marked_content_tag = lambda self, tag: 'Figure' if tag == 'figure' else known(self, tag)


def nothing(url):
    """A sheet has all in itself: its typeface is the system's, which is whole."""
    raise ValueError(url)


def described(document, told):
    """Gives each figure's tag what the picture says."""
    def finish(_document, pdf):
        figures = [each for each in pdf.objects if isinstance(each, dict) and each.get('S') == '/Figure']
        assert len(figures) == len(told), f'{document}: {len(figures)} figures, expected {len(told)}'
        for figure, alternative in zip(figures, told):
            figure['Alt'] = pydyf.String(alternative)
    return finish


def write(sheet):
    html = HTML(filename=sheet['html'], url_fetcher=nothing)
    told = [svg.get('aria-label') for svg in html.etree_element.iterfind('.//figure/{*}svg')]
    html.write_pdf(sheet['pdf'], stylesheets=[CSS(string=f'@page {{ size: {sheet["size"]} }}')],
                   finisher=described(sheet['html'], told), variant='pdf/ua-1')


if __name__ == '__main__':
    with Pool() as pool:
        pool.map(write, json.load(sys.stdin), 1)
