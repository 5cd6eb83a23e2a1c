#!/usr/bin/env python3
"""Makes the files under seed/demo/files from demo.json, texts/ and art/.

    python3 seed/demo/make-files.py            everything
    python3 seed/demo/make-files.py KEY...     only the materials with these keys

What it needs is listed in seed/README.md. The files are committed, so that nobody needs any of it
to start the product; run this only after changing a text, a picture or a paper's number.
"""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

HERE = Path(__file__).resolve().parent
TEXTS, ART, FILES = HERE / 'texts', HERE / 'art', HERE / 'files'
DEMO = json.loads((HERE / 'demo.json').read_text('utf8'))
DEPARTMENTS = {
    d['code']: d['name']['vi']
    for d in json.loads((HERE.parent / 'reference' / 'departments.json').read_text('utf8'))['items']
}
ACCENT = RGBColor(0x0F, 0x5C, 0x6E)
SANS, SERIF = 'Noto Sans', 'Liberation Serif'
LARGE_PRINT = {'ky-nang-so-nguoi-cao-tuoi': 15, 'xoa-mu-chu-di-cho': 18}
SPECIMEN = 'BẢN MẪU – dữ liệu trình diễn, không có giá trị pháp lý'
PDF_FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"Quality":{"type":"long","value":"80"}}'
)
IMAGE_WIDTH = 1000


# ---------------------------------------------------------------- documents

def set_font(style, name, size):
    style.font.name, style.font.size = name, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ('w:ascii', 'w:hAnsi', 'w:cs', 'w:eastAsia'):
        fonts.set(qn(script), name)
    lang = OxmlElement('w:lang')
    lang.set(qn('w:val'), 'vi-VN')
    style.element.get_or_add_rPr().append(lang)


def shade(target, colour):
    properties = target.get_or_add_tcPr() if hasattr(target, 'get_or_add_tcPr') else target.get_or_add_pPr()
    fill = OxmlElement('w:shd')
    fill.set(qn('w:val'), 'clear')
    fill.set(qn('w:fill'), colour)
    properties.append(fill)


def field(paragraph, code):
    for kind, text in (('begin', None), (None, code), ('end', None)):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement('w:fldChar')
            mark.set(qn('w:fldCharType'), kind)
        else:
            mark = OxmlElement('w:instrText')
            mark.text = text
        run._r.append(mark)


def inline(paragraph, text, **style):
    """**bold**, *italic* or _italic_."""
    for part in re.split(r'(\*\*.+?\*\*|\*[^*\s][^*]*?\*|_[^_]+_)', text):
        if not part:
            continue
        bold = part.startswith('**')
        italic = not bold and part[0] in '*_' and part[-1] == part[0] and len(part) > 2
        run = paragraph.add_run(part.strip('*_') if bold or italic else part)
        run.bold, run.italic = bold or style.get('bold'), italic or style.get('italic')
        if 'colour' in style:
            run.font.color.rgb = style['colour']
    return paragraph


def table(document, rows, size):
    grid = document.add_table(rows=0, cols=len(rows[0]))
    grid.style, grid.alignment = 'Table Grid', WD_TABLE_ALIGNMENT.CENTER
    for number, row in enumerate(rows):
        cells = grid.add_row().cells
        for cell, text in zip(cells, row):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            inline(paragraph, text, bold=number == 0)
            for run in paragraph.runs:
                run.font.size = Pt(size - 1)
            if number == 0:
                shade(cell._tc, 'DCEBEE')
        if number == 0:
            header = OxmlElement('w:tblHeader')
            header.set(qn('w:val'), 'true')
            grid.rows[0]._tr.get_or_add_trPr().append(header)
    document.add_paragraph().paragraph_format.space_after = Pt(4)


def new_document(font, size, title, author):
    document = Document()
    set_font(document.styles['Normal'], font, size)
    document.styles['Normal'].paragraph_format.space_after = Pt(6)
    document.styles['Normal'].paragraph_format.line_spacing = 1.2
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, author, 'vi-VN'
    properties.comments, properties.last_modified_by = '', author
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    return document


def content_document(material, source):
    """One Markdown text as a Word document in the look of the set."""
    size = LARGE_PRINT.get(material['key'], 11)
    rights = material.get('rights') or {}
    lines = source.read_text('utf8').splitlines()
    title = lines[0].lstrip('# ').strip()
    office = material.get('publisher') or DEPARTMENTS[material['department']]
    document = new_document(SANS, size, title, office)
    for level, points in ((1, size + 9), (2, size + 3), (3, size + 1)):
        style = document.styles[f'Heading {level}']
        set_font(style, SANS, points)
        style.font.color.rgb, style.font.bold, style.font.italic = ACCENT, True, False
        style.paragraph_format.space_before = Pt(0 if level == 1 else 12)
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.keep_with_next = True
    for name in ('List Bullet', 'List Number'):
        set_font(document.styles[name], SANS, size)
    head = document.sections[0].header.paragraphs[0]
    inline(head, office, colour=ACCENT, bold=True).runs[0].font.size = Pt(9)
    foot = document.sections[0].footer.paragraphs[0]
    credit = (rights.get('creditLine') or {}).get('vi', office)
    foot.add_run(f'{credit} · {rights.get("licence", "bản thảo")} · trang ')
    field(foot, 'PAGE')
    for run in foot.runs:
        run.font.size = Pt(8.5)

    index = 0
    while index < len(lines):
        line = lines[index].rstrip()
        if not line:
            pass
        elif line.startswith('#'):
            marks = len(line) - len(line.lstrip('#'))
            document.add_heading(line.lstrip('# '), marks)
        elif line.startswith('|'):
            rows = []
            while index < len(lines) and lines[index].startswith('|'):
                cells = [cell.strip() for cell in lines[index].strip().strip('|').split('|')]
                if not set(''.join(cells)) <= set('-: '):
                    rows.append(cells)
                elif not any('-' in cell for cell in cells):
                    rows.append(cells)
                index += 1
            table(document, rows, size)
            continue
        elif line.startswith('>'):
            while index < len(lines) and lines[index].startswith('>'):
                paragraph = document.add_paragraph()
                paragraph.paragraph_format.left_indent = Cm(0.6)
                paragraph.paragraph_format.space_after = Pt(2)
                shade(paragraph._p, 'EAF3F5')
                inline(paragraph, lines[index].lstrip('> '))
                index += 1
            document.add_paragraph().paragraph_format.space_after = Pt(2)
            continue
        elif line.startswith('- '):
            inline(document.add_paragraph(style='List Bullet'), line[2:])
        elif re.match(r'\d+\. ', line):
            # The number is written out: the lists of one text start again at 1 under each heading.
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(0.9)
            paragraph.paragraph_format.first_line_indent = Cm(-0.7)
            number, rest = line.split('. ', 1)
            inline(paragraph, f'{number}.\u00a0\u00a0{rest}')
        else:
            inline(document.add_paragraph(), line)
        index += 1
    return document


# ---------------------------------------------------------------- papers that prove a right

def day(text):
    year, month, date = text.split('-')
    return f'ngày {int(date):02d} tháng {int(month):02d} năm {year}'


def borderless(document, left, right):
    grid = document.add_table(rows=1, cols=2)
    grid.autofit = False
    for column, width in zip(grid.columns, (Cm(6.9), Cm(9.5))):
        column.cells[0].width = column.width = width
    for cell, rows in zip(grid.rows[0].cells, (left, right)):
        for number, (text, bold, italic) in enumerate(rows):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.space_after = Pt(1)
            run = paragraph.add_run(text)
            run.bold, run.italic, run.font.size = bold, italic, Pt(12)
    document.add_paragraph()


def paper(material, record, evidence):
    """A specimen of the paper that the record names, in the form of an administrative document."""
    issuer = evidence.get('issuer', '')
    document = new_document(SERIF, 13, f'{evidence["kind"]} {evidence.get("number", "")}'.strip(), issuer)
    for section in document.sections:
        banner = section.header.paragraphs[0]
        banner.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = banner.add_run(SPECIMEN)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(11), RGBColor(0xB0, 0x20, 0x20)
    official = evidence['kind'] in ('assignment_decision', 'official_document', 'public_domain_proof')
    upper = 'UBND THÀNH PHỐ HÀ NỘI' if material['department'] != 'P-09817' else 'THÀNH PHỐ HÀ NỘI'
    number = evidence.get('number')
    private = evidence['kind'] == 'other' and record.get('ai', {}).get('use') != 'generated'
    if private:
        document.add_paragraph(f'Ngày chụp: {day(evidence["date"])}')
    else:
        borderless(
            document,
            ([(upper, False, False)] if official else []) + [(issuer.upper(), True, False), ('———', False, False)]
            + ([(f'Số: {number}', False, False)] if number else []),
            [('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', True, False), ('Độc lập – Tự do – Hạnh phúc', True, False),
             ('———————', False, False), (f'Hà Nội, {day(evidence["date"])}', False, True)],
        )

    def centre(text, bold=True, size=14):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.bold, run.font.size = bold, Pt(size)

    def body(*paragraphs):
        for text in paragraphs:
            paragraph = inline(document.add_paragraph(), text)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Cm(1)

    def signed(left, right):
        borderless(document, [(text, n == 0, False) for n, text in enumerate(left)],
                   [(text, n == 0, False) for n, text in enumerate(right)])

    title = record['title']
    people = ', '.join(a.get('name') or a.get('penName', '') for a in record.get('authors', []))
    owner = (record.get('owner') or {}).get('name', issuer)
    office = material['publisher']
    words = {'reproduce': 'sao chép', 'communicate_to_public': 'truyền đạt đến công chúng',
             'derive': 'làm tác phẩm phái sinh', 'distribute': 'phân phối bản sao'}
    scope = ', '.join(words[code] for code in record.get('scope') or [])
    where = 'trong phạm vi thành phố Hà Nội' if record.get('territory') == 'hanoi' else 'không giới hạn lãnh thổ'
    pay = record.get('remuneration', 'không thù lao')
    kind = evidence['kind']
    if kind == 'assignment_decision':
        centre('QUYẾT ĐỊNH')
        centre(f'Về việc giao nhiệm vụ biên soạn học liệu “{title}”', size=13)
        centre('THỦ TRƯỞNG CƠ QUAN', size=13)
        body('_Căn cứ Luật Sở hữu trí tuệ và các luật sửa đổi, bổ sung;_',
             '_Căn cứ chức năng, nhiệm vụ, quyền hạn của đơn vị;_',
             '_Xét đề nghị của bộ phận chuyên môn,_')
        centre('QUYẾT ĐỊNH:', size=13)
        body(f'**Điều 1.** Giao nhóm biên soạn gồm {people or "cán bộ của đơn vị"} thực hiện học liệu “{title}” theo kế hoạch công tác năm {record["fixedYear"]}.',
             f'**Điều 2.** {owner} là chủ sở hữu quyền tác giả đối với học liệu được tạo ra theo Điều 1 (Điều 39 Luật Sở hữu trí tuệ). Tác giả giữ quyền nhân thân, được nêu tên trong học liệu. Đơn vị được {scope} và cho phép công bố trong kho học liệu số của Thành phố.',
             f'**Điều 3.** Thù lao: {pay[0].lower() + pay[1:]}. Quyết định có hiệu lực từ ngày ký; các bộ phận liên quan và người có tên tại Điều 1 chịu trách nhiệm thi hành.')
        signed(['Nơi nhận:', '- Như Điều 3;', '- Lưu: VT.'],
               ['KT. THỦ TRƯỞNG CƠ QUAN', 'CẤP PHÓ', '(đã ký)', 'Nguyễn Văn Mẫu'])
    elif kind in ('commission_contract', 'licence_contract', 'transfer_contract'):
        name = {'commission_contract': 'HỢP ĐỒNG ĐẶT HÀNG BIÊN SOẠN HỌC LIỆU',
                'licence_contract': 'HỢP ĐỒNG SỬ DỤNG QUYỀN TÁC GIẢ',
                'transfer_contract': 'HỢP ĐỒNG CHUYỂN NHƯỢNG QUYỀN TÁC GIẢ'}[kind]
        other = owner if kind == 'licence_contract' else people
        term = f'từ {day(record["termFrom"])} đến hết thời hạn ghi trong phụ lục' if record.get('termFrom') else 'trong suốt thời hạn bảo hộ quyền tác giả'
        centre(name)
        body(f'Bên A: **{office}**. Bên B: **{other}**. Hai bên thống nhất:',
             f'**Điều 1. Đối tượng.** Tác phẩm “{title}”, loại hình: tác phẩm viết.')
        if kind == 'licence_contract':
            body(f'**Điều 2. Phạm vi.** Bên B cho phép Bên A {scope}, {where}, {term}; '
                 f'{"được" if record.get("sublicence") else "không được"} cho phép bên thứ ba sử dụng lại theo giấy phép {record["licence"]}.')
        else:
            body(f'**Điều 2. Quyền.** Bên A là chủ sở hữu quyền tài sản đối với tác phẩm, gồm quyền {scope}, {where}. Bên B giữ quyền nhân thân và được nêu tên.')
        body(f'**Điều 3. Thù lao.** {pay}.',
             f'**Điều 4. Cam kết.** Bên B cam đoan tác phẩm là của mình, không xâm phạm quyền của người khác. {record.get("conditions", "")}',
             '**Điều 5.** Hợp đồng lập thành hai bản có giá trị như nhau, mỗi bên giữ một bản.')
        signed(['ĐẠI DIỆN BÊN A', '(đã ký, đóng dấu)', 'Nguyễn Văn Mẫu'], ['ĐẠI DIỆN BÊN B', '(đã ký)', 'Trần Thị Mẫu'])
    elif kind == 'permission_letter':
        centre('THƯ CHO PHÉP SỬ DỤNG TÁC PHẨM')
        body(f'Kính gửi: {office}.',
             f'Tôi là **{owner}**, tác giả và chủ sở hữu tác phẩm “{title}” sáng tác năm {record.get("fixedYear", "")}. Tôi đồng ý để quý cơ quan {scope}, {where}, và cho phép công chúng sử dụng lại theo giấy phép {record["licence"]}.',
             f'Thù lao: {pay}. Khi sử dụng đề nghị ghi: “{record["creditLine"]["vi"]}”.',
             'Tôi cam đoan tác phẩm do chính tôi sáng tạo và chịu trách nhiệm về lời cam đoan này.')
        signed([''], ['NGƯỜI CHO PHÉP', '(đã ký)', owner])
    elif kind == 'public_domain_proof':
        author = record['authors'][0]
        centre('PHIẾU TRA CỨU TÌNH TRẠNG BẢO HỘ')
        body(f'Tác phẩm: **{title}**. Tác giả: **{author["name"]}** (bút danh {author["penName"]}), sinh năm {author["born"]}, mất năm {author["died"]}, quốc tịch Việt Nam.',
             f'Công bố lần đầu: năm {record["firstPublishedYear"]}, in trong truyện ngắn cùng tên.',
             f'Cách tính: tác phẩm viết được bảo hộ suốt cuộc đời tác giả và 50 năm tiếp theo năm tác giả qua đời; thời hạn kết thúc ngày 31 tháng 12 năm {author["died"] + 50}.',
             f'Kết luận: tác phẩm thuộc về công chúng từ ngày 01 tháng 01 năm {author["died"] + 51}. Khi sử dụng vẫn phải nêu tên tác giả và bảo đảm sự toàn vẹn của tác phẩm.',
             'Nguồn tra cứu: thư mục của thư viện công cộng, bản in tuyển tập thơ.')
        signed(['Nơi nhận:', '- Hồ sơ học liệu;', '- Lưu.'], ['NGƯỜI TRA CỨU', '(đã ký)', 'Lê Thị Mẫu'])
    elif kind == 'official_document':
        centre('KẾ HOẠCH')
        centre('Tổ chức Tuần lễ hưởng ứng học tập suốt đời năm 2026', size=13)
        body('_Thực hiện kế hoạch của UBND Thành phố về xây dựng thành phố học tập,_ UBND xã ban hành Kế hoạch tổ chức Tuần lễ hưởng ứng học tập suốt đời từ ngày 01 đến ngày 07 tháng 10 năm 2026 trên địa bàn xã.',
             '**I. Mục đích.** Nâng cao nhận thức về tự học, học thường xuyên, học suốt đời; phát huy trung tâm học tập cộng đồng.',
             '**II. Nội dung.** Sáu hoạt động tại thôn và trường học theo phụ lục kèm theo.',
             '**III. Tổ chức thực hiện.** Phòng Văn hóa – Xã hội chủ trì, tổng hợp báo cáo trước ngày 15 tháng 10 năm 2026.')
        signed(['Nơi nhận:', '- Các thôn, trường học;', '- Lưu: VT, VHXH.'],
               ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '(đã ký)', 'Phạm Văn Mẫu'])
    elif kind == 'open_licence_copy':
        centre('BẢN SAO TRANG CÔNG BỐ GIẤY PHÉP MỞ')
        body(f'Tác phẩm: **{title}**. Tác giả: **{owner}**, năm {record["fixedYear"]}.',
             f'Trang công bố ghi: “Bộ biểu tượng này được hiến tặng vào phạm vi công cộng theo {record["licence"]}. Bạn được sao chép, sửa đổi, phân phối, kể cả để kinh doanh, không cần xin phép.”',
             f'Ngày lưu bản sao: {day(evidence["date"])}. Người lưu: cán bộ biên soạn của {office}.')
        signed([''], ['NGƯỜI LƯU BẢN SAO', '(đã ký)', 'Vũ Thị Mẫu'])
    elif record.get('ai', {}).get('use') == 'generated':
        centre('PHIẾU KHAI BÁO HÌNH DO TRÍ TUỆ NHÂN TẠO TẠO RA')
        body(f'Hình: **{title}**. Công cụ: {record["ai"]["tool"]}. Đơn vị yêu cầu: {owner}.',
             'Mô tả yêu cầu: chiếc điện thoại có cuộc gọi lạ, bàn tay ra hiệu dừng, ba chữ Dừng – Hỏi – Kiểm; không có hình người thật, không có nhãn hiệu.',
             'Điều khoản của công cụ cho phép người dùng sử dụng, công bố kết quả. Đơn vị không khẳng định quyền tác giả đối với hình và công bố theo CC0.')
        signed([''], ['NGƯỜI KHAI BÁO', '(đã ký)', 'Đỗ Văn Mẫu'])
    else:
        centre('BẢN CHỤP TIN NHẮN TRAO ĐỔI')
        body(f'Cán bộ: “Chào bạn, {office} muốn dùng tấm ảnh “{title}” của bạn trong một áp phích.”',
             f'{owner}: “Vâng, in thì được ạ, nhớ ghi tên em.”',
             'Cán bộ: “Bạn cho mình xin họ tên và một văn bản cho phép nhé.”',
             '_(Không có trả lời.)_')
    return document


# ---------------------------------------------------------------- other formats

def presentation(source, target, author):
    from pptx import Presentation
    from pptx.dml.color import RGBColor as Colour
    from pptx.util import Inches, Pt as Points

    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    blocks = re.split(r'^## ', source.read_text('utf8'), flags=re.M)
    heading, subtitle = blocks[0].strip().split('\n')
    slides = [(heading.lstrip('# '), [subtitle], True)]
    slides += [(b.split('\n')[0], [l[2:] for l in b.split('\n')[1:] if l.startswith('- ')], False) for b in blocks[1:]]
    for title, points, first in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[0 if first else 1])
        shapes = [slide.shapes.title, slide.placeholders[1]]
        for shape, (left, top, width, height) in zip(
            shapes, ((0.8, 2.2, 11.7, 1.6), (0.8, 4, 11.7, 1.2)) if first else ((0.8, 0.4, 11.7, 1.2), (0.8, 1.9, 11.7, 5))):
            shape.left, shape.top, shape.width, shape.height = (Inches(v) for v in (left, top, width, height))
        shapes[0].text = title
        shapes[1].text_frame.text = points[0]
        for text in points[1:]:
            shapes[1].text_frame.add_paragraph().text = text
        for shape, size, colour in ((shapes[0], 44 if first else 38, Colour(0x0F, 0x5C, 0x6E)), (shapes[1], 28, Colour(0x1B, 0x2B, 0x30))):
            for paragraph in shape.text_frame.paragraphs:
                for run in paragraph.runs:
                    run.font.name, run.font.size, run.font.color.rgb = SANS, Points(size), colour
                    run.font.bold = shape is shapes[0]
                    run._r.get_or_add_rPr().set('lang', 'vi-VN')
    deck.core_properties.title, deck.core_properties.author = slides[0][0], author
    deck.core_properties.language = 'vi-VN'
    deck.save(target)


def spreadsheet(name, target, author):
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    book = Workbook()
    sheet = book.active
    if name == 'tai-chinh-ca-nhan-thu-chi':
        sheet.title = 'Thu chi tháng'
        rows = [['Bảng thu – chi tháng (đơn vị: đồng)', None, None, None, None, None, None],
                ['Khoản', 'Nhóm', 'Dự kiến', 'Tuần 1', 'Tuần 2', 'Tuần 3', 'Tuần 4']]
        items = [('Lương', 'Thu', 9000000), ('Thu nhập khác', 'Thu', 0), ('Thuê nhà', 'Thiết yếu', 2200000),
                 ('Ăn uống', 'Thiết yếu', 2800000), ('Đi lại', 'Thiết yếu', 700000),
                 ('Điện thoại, hóa đơn', 'Thiết yếu', 500000), ('Vui chơi, quà biếu', 'Mong muốn', 1300000),
                 ('Tiết kiệm', 'Tiết kiệm', 1500000)]
        rows += [[*item, None, None, None, None] for item in items]
        rows += [[], ['Tổng thu', None, '=SUMIF(B3:B10,"Thu",C3:C10)'],
                 ['Tổng chi thiết yếu', None, '=SUMIF(B3:B10,"Thiết yếu",C3:C10)'],
                 ['Tỉ lệ thiết yếu', None, '=C13/C12'],
                 ['Tiết kiệm / thu nhập', None, '=SUMIF(B3:B10,"Tiết kiệm",C3:C10)/C12'],
                 ['Còn lại', None, '=C12-SUM(C5:C10)'],
                 ['Đã chi trong tháng', None, '=SUM(D5:G10)']]
        header = 2
    else:
        sheet.title = 'Bảng kiểm'
        rows = list(csv.reader(io.StringIO((TEXTS / f'{name}.csv').read_text('utf8'))))
        rows = [[int(v) if v.isdigit() else v or None for v in row] for row in rows]
        header = 1
    for row in rows:
        sheet.append(row)
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font(name=SANS, size=11, bold=cell.row <= header)
            cell.alignment = Alignment(wrap_text=cell.row != 1 or header == 1, vertical='top')
            if cell.row == header:
                cell.fill = PatternFill('solid', fgColor='DCEBEE')
            if isinstance(cell.value, int) and cell.value > 999 or str(cell.value).startswith('='):
                cell.number_format = '0%' if '/C12' in str(cell.value) else '#,##0'
    for column, width in zip('ABCDEFG', (24, 14, 15, 13, 13, 13, 13) if header == 2 else (6, 46, 34, 18, 14, 32)):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = f'A{header + 1}'
    book.properties.title, book.properties.creator = sheet.title, author
    book.save(target)


def speech(name):
    """Each line read by eSpeak NG, with the moments at which it begins and ends."""
    import numpy
    import soundfile

    rate, pause, parts, cues, at = 16000, 0.45, [], [], 0.0
    with tempfile.TemporaryDirectory() as folder:
        for line in (TEXTS / f'{name}.loi-doc.txt').read_text('utf8').splitlines():
            raw = Path(folder) / 'line.wav'
            subprocess.run(['espeak-ng', '-v', 'vi', '-s', '150', '-w', str(raw), line], check=True)
            samples, own = soundfile.read(raw)
            length = int(len(samples) * rate / own)
            samples = numpy.interp(numpy.arange(length) * own / rate, numpy.arange(len(samples)), samples)
            cues.append((at, at + length / rate, line))
            parts += [samples, numpy.zeros(int(pause * rate))]
            at += length / rate + int(pause * rate) / rate
    return numpy.concatenate(parts), rate, cues


def sound(name, target):
    import soundfile

    samples, rate, _ = speech(name)
    soundfile.write(target, samples, rate, **({'subtype': 'PCM_16'} if target.suffix == '.wav' else {'format': 'MP3'}))


def captions(name, target):
    def moment(seconds):
        return f'{int(seconds // 3600):02d}:{int(seconds // 60) % 60:02d}:{seconds % 60:06.3f}'

    cues = speech(name)[2]
    lines = [f'{n}\n{moment(a)} --> {moment(b)}\n{text}\n' for n, (a, b, text) in enumerate(cues, 1)]
    target.write_text('WEBVTT\nLanguage: vi\n\n' + '\n'.join(lines), 'utf8')


def picture(source, target):
    from PIL import Image

    png = subprocess.run(['rsvg-convert', '-w', str(IMAGE_WIDTH), str(source)], check=True, capture_output=True).stdout
    image = Image.open(io.BytesIO(png)).convert('RGB')
    if target.suffix == '.png':
        image.quantize(128, dither=Image.Dither.NONE).save(target, optimize=True)
    else:
        image.save(target, quality=82, optimize=True)


def package(target):
    """The ready-made set of the traffic-safety lesson: plain files a teacher opens and prints."""
    folder = target.parent
    read_me = (
        'BỘ HỌC LIỆU AN TOÀN GIAO THÔNG CHO HỌC SINH TRUNG HỌC CƠ SỞ\r\n\r\n'
        '1. huong-dan.pdf: hướng dẫn sử dụng và kế hoạch một tiết học\r\n2. cau-hoi.csv: mười câu trắc nghiệm, có đáp án\r\n'
        '3. tinh-huong.txt: năm kịch bản tình huống\r\n4. phieu-cam-ket.txt: phiếu cam kết\r\n\r\n'
        'Giấy phép: CC BY 4.0. Ghi công: Sở Xây dựng Hà Nội, 2025.\r\n')
    stem = 'an-toan-giao-thong'
    members = {
        'DOC-TRUOC.txt': read_me.encode('utf-8-sig'),
        'huong-dan.pdf': (folder / f'{stem}.pdf').read_bytes(),
        'cau-hoi.csv': (TEXTS / f'{stem}-cau-hoi.csv').read_text('utf8').encode('utf-8-sig'),
        'tinh-huong.txt': (TEXTS / f'{stem}.tinh-huong.txt').read_text('utf8').encode('utf-8-sig'),
        'phieu-cam-ket.txt': (TEXTS / f'{stem}.cam-ket.txt').read_text('utf8').encode('utf-8-sig'),
    }
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name, (2025, 9, 1, 8, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)


# ---------------------------------------------------------------- everything

def main():
    wanted = set(sys.argv[1:])
    materials = [m for m in DEMO['materials'] if not wanted or m['key'] in wanted]
    os.environ.setdefault('SOURCE_DATE_EPOCH', '1764028800')
    with tempfile.TemporaryDirectory() as work:
        pdfs, later = [], []

        def as_pdf(document, target):
            draft = Path(work) / f'{len(pdfs):03d}.docx'
            document.save(draft)
            pdfs.append((draft, target))

        for material in materials:
            author = material.get('publisher') or DEPARTMENTS[material['department']]
            if not wanted and (FILES / material['key']).exists():
                shutil.rmtree(FILES / material['key'])
            for item in material['items']:
                target = FILES / item['file']
                target.parent.mkdir(parents=True, exist_ok=True)
                name, kind = target.stem, target.suffix
                if kind in ('.pdf', '.docx'):
                    document = content_document(material, TEXTS / f'{name}.md')
                    as_pdf(document, target) if kind == '.pdf' else document.save(target)
                elif kind == '.pptx':
                    presentation(TEXTS / f'{name}.slides.md', target, author)
                elif kind == '.xlsx':
                    spreadsheet(name, target, author)
                elif kind == '.csv':
                    target.write_bytes((TEXTS / f'{name}.csv').read_text('utf8').encode('utf-8-sig'))
                elif kind in ('.png', '.jpg'):
                    picture(ART / f'{name}.svg', target)
                elif kind in ('.mp3', '.wav'):
                    sound(name, target)
                elif kind == '.vtt':
                    captions(name, target)
                elif kind == '.zip':
                    later.append(target)
                else:
                    raise SystemExit(f'no maker for {target}')
            for record in [material.get('rights'), *material['components']]:
                for evidence in (record or {}).get('evidence', []):
                    target = FILES / evidence['file']
                    target.parent.mkdir(parents=True, exist_ok=True)
                    as_pdf(paper(material, record, evidence), target)
        if pdfs:
            subprocess.run(
                ['soffice', f'-env:UserInstallation=file://{work}/profile', '--headless', '--convert-to', PDF_FILTER,
                 '--outdir', f'{work}/out', *(str(draft) for draft, _ in pdfs)],
                check=True, stdout=subprocess.DEVNULL)
            for draft, target in pdfs:
                shutil.move(f'{work}/out/{draft.stem}.pdf', target)
        for target in later:
            package(target)
    size = sum(f.stat().st_size for f in FILES.rglob('*') if f.is_file())
    print(f'{len(materials)} materials, {size / 1e6:.1f} MB in seed/demo/files')


if __name__ == '__main__':
    main()
