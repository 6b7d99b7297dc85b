# The one typeface of page and canvas: where it is, and which of its letters travel (Latin and Russian ones, and the punctuation
# that our texts use). The pictures' widths are read from it, and the fonts that the page loads are cut out of it.
find_path(INTER_DIR Inter-Regular.otf PATHS /usr/share/fonts/opentype/inter NO_DEFAULT_PATH
          NO_CMAKE_FIND_ROOT_PATH REQUIRED)
set(veto_letters "20-7E,A0,A1,A3,A7,A9,AA,AB,B0,B1,B7,BA,BB,BF-FF,152,153,401,410-44F,451,2013,2014,2018,2019,201C,201D,2022,2026,202F,20AC,2116,2192,2212")

# Scripts that it lacks, by language: the face, and which of its letters there may be on the canvas. Chinese characters are
# an em wide, so nobody has to be told.
find_file(veto_script_zh DroidSansFallbackFull.ttf PATHS /usr/share/fonts/truetype/droid NO_DEFAULT_PATH
          NO_CMAKE_FIND_ROOT_PATH REQUIRED)
set(veto_letters_zh "3000-303F,4E00-9FFF,FF01-FF5E")
# The shapes of joined letters, in the order of joining.h, and the punctuation.
find_file(veto_script_ar NotoSansArabicUI-Regular.ttf PATHS /usr/share/fonts/truetype/noto NO_DEFAULT_PATH
          NO_CMAKE_FIND_ROOT_PATH REQUIRED)
set(veto_letters_ar "60C,61B,61F,621,FE81-FEFC")
set(veto_script_languages ar zh)
