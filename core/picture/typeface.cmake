# The one typeface of page and canvas: where it is, and which of its letters travel (Latin ones, and the punctuation
# that our texts use). The pictures' widths are read from it, and the fonts that the page loads are cut out of it.
find_path(INTER_DIR Inter-Regular.otf PATHS /usr/share/fonts/opentype/inter NO_DEFAULT_PATH
          NO_CMAKE_FIND_ROOT_PATH REQUIRED)
set(veto_letters "20-7E,A0,A1,A3,A7,A9,AA,AB,B0,B1,B7,BA,BB,BF-FF,152,153,2013,2014,2018,2019,201C,201D,2022,2026,20AC,2192,2212")
