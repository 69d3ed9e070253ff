// Recorded by RECORD=1 swift test; read every change before committing it.

// swift-format-ignore
let yamlGolden: [String: String] = [
  "empty": #"""
    f.yaml:1:1: error: the file is empty [empty-file]
        1 |
          | ^

    """#,
  "byte order mark alone": #"""
    f.yaml:1:1: error: the file is empty [empty-file]
        1 | ﻿
          | ^

    """#,
  "only comments": #"""
    f.yaml:1:1: error: the file is empty [empty-file]
        1 | # a
          | ^

    """#,
  "only a document mark": #"""
    f.yaml:1:1: error: the file is empty [empty-file]
        1 | ---
          | ^

    """#,
  "alias bomb": #"""
    f.yaml:5:4: error: the file holds more than 400000 values (those reused by * included) [too-many-nodes]
        5 | e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
          |    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "alias bomb of one long text": #"""
    f.yaml:1:4: error: the file holds more than 8 MB of text (reused by * included) [too-much-text]
        1 | a: &a "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
          |    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "alias depth": #"""
    f.yaml:2:39: error: nested more than 32 deep [too-deep]
        2 | a1: &a1 [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[*a0]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
          |                                       ^~~

    """#,
  "alias one too deep": #"""
    f.yaml:2:25: lỗi: lồng quá 32 tầng [too-deep]
        2 | a1: &a1 [[[[[[[[[[[[[[[[*a0]]]]]]]]]]]]]]]]
          |                         ^~~

    """#,
  "piled marks": #"""
    f.yaml:2:7: error: more than 30 combining marks in a row [piled-marks]
        2 | c: x ẹ̣̣̣̣̣̣̣̣̣̣̣̣̣̣́́́́́́́́́́́́́́́́ y
          |       ^
          = delete them; a Vietnamese letter bears two at the most

    """#,
  "piled marks in a key": #"""
    f.yaml:1:2: lỗi: quá 30 dấu phụ liền nhau trên một chữ cái [piled-marks]
        1 | ẹ̣̣̣̣̣̣̣̣̣̣̣̣̣̣̣̣̣̣̣́́́́́́́́́́́́́́́́́́́́: 1
          |  ^
          = xóa các dấu thừa; chữ Việt có nhiều nhất hai dấu trên một chữ cái

    """#,
  "piled marks by escapes": #"""
    f.yaml:1:6: error: more than 30 combining marks in a row [piled-marks]
        1 | a: "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u030…
          |      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = delete them; a Vietnamese letter bears two at the most

    """#,
  "piled marks across lines": #"""
    f.yaml:1:6: error: more than 30 combining marks in a row [piled-marks]
        1 | a: "ẹ̣̣̣̣̣̣̣̣̣́́́́́́́́́́\
          |      ^
          = delete them; a Vietnamese letter bears two at the most

    """#,
  "recursive alias": #"""
    f.yaml:1:8: error: there is no anchor &a before this place [unknown-anchor]
        1 | a: &a [*a]
          |        ^~
          = quote the text if the * is meant as such

    """#,
  "unknown alias": #"""
    f.yaml:1:4: lỗi: trước chỗ này không có neo &b [unknown-anchor]
        1 | a: *b
          |    ^~
          = nếu dấu * là chữ, đặt trong ngoặc kép

    """#,
  "long scalar": #"""
    f.yaml:2:4: error: this text is longer than 64 KB [text-too-long]
        2 | c: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
          |    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = look for a missing closing quote, or shorten it

    """#,
  "deep flow": #"""
    f.yaml:1:33: error: nested more than 32 deep [too-deep]
        1 | [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
          |                                 ^

    """#,
  "deep flow mappings": #"""
    f.yaml:1:129: error: nested more than 32 deep [too-deep]
        1 | … {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a:…
          |                                                   ^

    """#,
  "deep blocks": #"""
    f.yaml:33:33: error: nested more than 32 deep [too-deep]
       33 |                                 a:
          |                                 ^

    """#,
  "deep block sequences": #"""
    f.yaml:1:65: error: nested more than 32 deep [too-deep]
        1 | … - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -…
          |                                                   ^

    """#,
  "200,000 keys": #"""
    f.yaml:1:1: error: the file holds more than 400000 values (those reused by * included) [too-many-nodes]
        1 | k0:
          | ^~~

    """#,
  "invalid UTF-8": #"""
    f.yaml:1:6: error: this is not UTF-8 [not-utf-8]
        1 | a: tr��b
          |      ^
          = save the file as UTF-8

    """#,
  "a legacy Vietnamese encoding": #"""
    f.yaml:1:7: lỗi: chỗ này không phải UTF-8 [not-utf-8]
        1 | a: Huy�n
          |       ^
          = lưu lại tệp bằng UTF-8

    """#,
  "overlong UTF-8": #"""
    f.yaml:1:4: error: this is not UTF-8 [not-utf-8]
        1 | a: ��
          |    ^
          = save the file as UTF-8

    """#,
  "surrogate in UTF-8": #"""
    f.yaml:1:4: error: this is not UTF-8 [not-utf-8]
        1 | a: ���
          |    ^
          = save the file as UTF-8

    """#,
  "NUL": #"""
    f.yaml:1:5: error: control character U+0000 is not allowed [control-character]
        1 | a: bU+0000c
          |     ^~~~~~
          = delete it; it often slips in when text is copied from Word or a web page

    """#,
  "escape character": #"""
    f.yaml:1:5: error: control character U+001B is not allowed [control-character]
        1 | a: bU+001B[31m
          |     ^~~~~~
          = delete it; it often slips in when text is copied from Word or a web page

    """#,
  "DEL": #"""
    f.yaml:1:4: lỗi: ký tự điều khiển U+007F không dùng được ở đây [control-character]
        1 | a: U+007F
          |    ^~~~~~
          = xóa ký tự này; nó thường lẫn vào khi chép từ Word hay trang web

    """#,
  "NUL by an escape": #"""
    f.yaml:1:4: error: control character U+0000 is not allowed [control-character]
        1 | a: "b\0c"
          |    ^~~~~~
          = delete it; it often slips in when text is copied from Word or a web page

    """#,
  "escape character by an escape": #"""
    f.yaml:1:4: error: control character U+001B is not allowed [control-character]
        1 | a: "x\e[31m"
          |    ^~~~~~~~~
          = delete it; it often slips in when text is copied from Word or a web page

    """#,
  "line separator": #"""
    f.yaml:1:9: error: hidden line break U+2028: YAML breaks the line here, an editor does not [hidden-line-break]
        1 | a: b # cU+2028d: e
          |         ^~~~~~
          = delete it; it often slips in when text is copied from Word or a web page

    """#,
  "next line": #"""
    f.yaml:1:5: lỗi: ký tự xuống dòng ẩn U+0085: YAML ngắt dòng ở đây, trình soạn thảo thì không [hidden-line-break]
        1 | a: bU+0085c: d
          |     ^~~~~~
          = xóa ký tự này; nó thường lẫn vào khi chép từ Word hay trang web

    """#,
  "text turned around": #"""
    f.yaml:1:5: error: control character U+202E is not allowed [control-character]
        1 | a: bU+202Ec
          |     ^~~~~~
          = delete it; it often slips in when text is copied from Word or a web page

    """#,
  "byte order mark inside": #"""
    f.yaml:2:1: error: control character U+FEFF is not allowed [control-character]
        2 | ﻿c: d
          | ^
          = delete it; it often slips in when text is copied from Word or a web page

    """#,
  "line separator by an escape": #"""
    f.yaml:1:4: error: hidden line break U+2028: YAML breaks the line here, an editor does not [hidden-line-break]
        1 | a: "b\Lc"
          |    ^~~~~~
          = delete it; it often slips in when text is copied from Word or a web page

    """#,
  "UTF-16 LE with a mark": #"""
    f.yaml:1:1: error: the file is saved as UTF-16 [utf-16]
        1 | ��aU+0000
          | ^
          = save it as UTF-8

    """#,
  "UTF-16 BE with a mark": #"""
    f.yaml:1:1: lỗi: tệp được lưu bằng UTF-16 [utf-16]
        1 | ��U+0000a
          | ^
          = lưu lại bằng UTF-8

    """#,
  "UTF-16 LE without a mark": #"""
    f.yaml:1:1: error: the file is saved as UTF-16 [utf-16]
        1 | aU+0000:U+0000
          | ^
          = save it as UTF-8

    """#,
  "UTF-16 BE without a mark": #"""
    f.yaml:1:1: error: the file is saved as UTF-16 [utf-16]
        1 | U+0000aU+0000:
          | ^~~~~~
          = save it as UTF-8

    """#,
  "tab as indentation": #"""
    f.yaml:2:1: error: not YAML: a tab does not indent [yaml-syntax]
        2 |  b: c
          | ^
          = use spaces

    """#,
  "tab as indentation, in Vietnamese": #"""
    f.yaml:3:1: lỗi: YAML sai cú pháp: Tab không dùng để thụt lề [yaml-syntax]
        3 |  d: e
          | ^
          = thay Tab bằng dấu cách

    """#,
  "merge key": #"""
    f.yaml:2:6: error: merge keys (<<) are not used here [merge-key]
        2 | c: { <<: *a }
          |      ^~
          = write the keys out

    """#,
  "tag": #"""
    f.yaml:1:4: error: type tags (!…) are not used here [tag]
        1 | a: !!python/object:os.system x
          |    ^~~~~~~~~~~~~~~~~~~~~~~~~~~
          = remove the tag, or quote the text if the ! is meant as such

    """#,
  "verbatim tag on a list": #"""
    f.yaml:1:4: error: type tags (!…) are not used here [tag]
        1 | a: !<tag:yaml.org,2002:set> [b]
          |    ^~~~~~~~~~~~~~~~~~~~~~~~~~
          = remove the tag, or quote the text if the ! is meant as such

    """#,
  "several documents": #"""
    f.yaml:2:1: lỗi: tệp có nhiều tài liệu YAML [several-documents]
        2 | ---
          | ^~~
          = tách mỗi tài liệu (sau dấu ---) thành một tệp

    """#,
  "list as key": #"""
    f.yaml:1:3: error: a key must be a word [key-type]
        1 | ? [a, b]
          |   ^~~~~~

    """#,
  "alias of a list as key": #"""
    f.yaml:1:4: error: a key must be a word [key-type]
        1 | a: &a [b]
          |    ^~~~~~

    """#,
  "colon in a text": #"""
    f.yaml:1:5: error: not YAML: a colon does not belong here [yaml-syntax]
        1 | a: b: c
          |     ^
          = quote a text that holds ": "; look at the indentation

    """#,
  "quote never closed": #"""
    f.yaml:1:4: error: not YAML: the quote that opens here is not closed [yaml-syntax]
        1 | a: "b
          |    ^
          = add the closing quote

    """#,
  "brace never closed": #"""
    f.yaml:2:2: error: not YAML: a comma or } is missing [yaml-syntax]
        2 | d: e
          |  ^
          = close the { … }, and quote a text that holds a comma

    """#,
  "bracket never closed": #"""
    f.yaml:2:2: lỗi: YAML sai cú pháp: thiếu dấu phẩy hoặc dấu ] [yaml-syntax]
        2 | d: e
          |  ^
          = đóng [ … ], và đặt chữ có dấu phẩy trong ngoặc kép

    """#,
  "wrong indentation": #"""
    f.yaml:3:3: error: not YAML: the indentation does not fit the lines before [yaml-syntax]
        3 |   d: e
          |   ^
          = indent with spaces, keys of one level in one column; look at the quotes just before

    """#,
  "key without a colon": #"""
    f.yaml:3:1: error: not YAML: the colon after a key is missing [yaml-syntax]
        3 | d: e
          | ^
          = write key: value

    """#,
  "at sign": #"""
    f.yaml:1:4: error: not YAML: this character cannot begin a value [yaml-syntax]
        1 | a: @b
          |    ^
          = quote the text

    """#,
  "wrong escape": #"""
    f.yaml:1:7: error: not YAML: this use of \ in double quotes is not known [yaml-syntax]
        1 | a: "C:\soat"
          |       ^
          = write \\ for a backslash, or use single quotes

    """#,
  "half a surrogate by an escape": #"""
    f.yaml:1:7: error: not YAML: this use of \ in double quotes is not known [yaml-syntax]
        1 | a: "\uD800"
          |       ^
          = write \\ for a backslash, or use single quotes

    """#,
  "item where a value belongs": #"""
    f.yaml:1:4: error: not YAML: the indentation does not fit the lines before [yaml-syntax]
        1 | a: - b
          |    ^
          = indent with spaces, keys of one level in one column; look at the quotes just before

    """#,
  "unknown directive": #"""
    f.yaml:1:1: error: not YAML: found incompatible YAML document [yaml-syntax]
        1 | %YAML 9.9
          | ^
          = look at the indentation (spaces), colons and quotes around this place

    """#,
  "comma at the start of a list": #"""
    f.yaml:1:5: error: not YAML: did not find expected node content [yaml-syntax]
        1 | a: [, b]
          |     ^
          = look at the indentation (spaces), colons and quotes around this place

    """#,
]
