/** When each rule holds: `[English, Vietnamese]`. Beside the code in `src/rights`, for a reader without it. */
export const CONDITIONS = {
  rights_missing: ['the material has no rights record', 'học liệu chưa có khai báo quyền'],
  basis_missing: ['no basis is chosen', 'chưa chọn căn cứ'],
  work_type_missing: ['no type of work is chosen', 'chưa chọn loại hình tác phẩm'],
  title_missing: [
    'there is no title in Vietnamese; one in English alone does not count',
    'không có tên tác phẩm bằng tiếng Việt; chỉ có tên tiếng Anh thì không tính',
  ],
  owner_missing: [
    'no owner is named, on a basis that asks for one (table 1) or without a basis',
    'chưa ghi tên chủ sở hữu, với căn cứ đòi chủ sở hữu (bảng 1) hoặc khi chưa có căn cứ',
  ],
  licence_missing: [
    'the whole has no licence; or a component on the basis `open_licence` has none',
    'cả học liệu chưa có giấy phép; hoặc thành phần với căn cứ giấy phép mở chưa có giấy phép',
  ],
  credit_line_missing: [
    'there is no credit line in Vietnamese, on any basis and under any licence',
    'không có dòng ghi công bằng tiếng Việt, với mọi căn cứ và mọi giấy phép',
  ],
  scope_missing: [
    'nothing of the scope is entered, where it is “as granted” (table 1); never for output of AI alone',
    'chưa ghi quyền nào, với căn cứ mà phạm vi theo văn bản (bảng 1); không áp dụng cho sản phẩm do AI tạo ra toàn bộ',
  ],
  evidence_missing: [
    'no paper other than a portrait consent has a file',
    'không có văn bản nào có tệp, ngoài văn bản đồng ý dùng hình ảnh',
  ],
  evidence_number_missing: [
    'the number must be entered (table 1), and the paper looked at lacks it',
    'bắt buộc có số (bảng 1) mà văn bản được xét không ghi',
  ],
  evidence_date_missing: [
    'the date must be entered (table 1), and the paper looked at lacks it',
    'bắt buộc có ngày (bảng 1) mà văn bản được xét không ghi',
  ],
  evidence_issuer_missing: [
    'the issuer must be entered (table 1), and the paper looked at lacks it',
    'bắt buộc có cơ quan ban hành (bảng 1) mà văn bản được xét không ghi',
  ],
  date_invalid: [
    'a date of a paper, of the grant, of review or of the embargo is no day of the calendar (`YYYY-MM-DD`)',
    'ngày của văn bản, của thời hạn được phép, ngày rà soát hoặc ngày giữ chưa công bố không phải một ngày có thật (`YYYY-MM-DD`)',
  ],
  term_reversed: [
    'the grant ends on a day before it begins; then neither `term_not_begun` nor `term_ended` is told',
    'ngày cuối được phép trước ngày đầu; khi đó không báo `term_not_begun` hay `term_ended`',
  ],
  component_not_cleared: [
    'a component’s own record leaves a condition unmet that refuses at this step; how its licence compares with that of the whole is a condition of the whole and does not count here',
    'khai báo riêng của một thành phần có điều kiện chưa đạt ở bước này; việc so giấy phép của thành phần với giấy phép của cả học liệu là điều kiện của cả học liệu, không tính ở đây',
  ],
  component_unrecorded: [
    'the answers of the whole name a kind of part (table 12) that no component’s answers are about',
    'câu trả lời của cả học liệu nêu một loại thành phần (bảng 12) mà chưa có khai báo riêng',
  ],
  components_unanswered: [
    'the claim was taken over from another material, and whether this one contains parts made by others was not answered',
    'khai báo lấy từ học liệu khác mà chưa trả lời học liệu này có phần của người khác hay không',
  ],
  scope_insufficient: [
    'the scope lacks what a use needs (table 2); not told while `scope_missing` is, nor of an open licence that is not chosen yet, nor without a basis; never for output of AI alone',
    'phạm vi thiếu quyền mà mục đích cần (bảng 2); không báo khi đang báo `scope_missing`, khi giấy phép mở chưa được chọn, hoặc khi chưa có căn cứ; không áp dụng cho sản phẩm do AI tạo ra toàn bộ',
  ],
  licence_too_broad: [
    'the licence gives what was not granted (table 4), or anything at all on a viewing-only basis',
    'giấy phép cho điều không được phép (bảng 4), hoặc cho bất cứ điều gì khi căn cứ chỉ cho xem',
  ],
  licence_broader_than_component: [
    'the licence of the whole gives what a component’s grant (table 4), its viewing-only basis or its licence (table 5) does not; with the use `adapt` a licence listed in table 6 is not compared here: of it only `licence_incompatible` or `sources_incompatible` is told',
    'giấy phép của cả học liệu cho điều mà văn bản cho phép (bảng 4), căn cứ chỉ cho xem hoặc giấy phép của thành phần (bảng 5) không cho; với mục đích chuyển thể, giấy phép có trong bảng 6 không so ở đây mà chỉ báo `licence_incompatible` hoặc `sources_incompatible`',
  ],
  licence_incompatible: [
    'use `adapt`: the licence is not ✓ for every source whose licence is listed in table 6, and another one is',
    'mục đích chuyển thể: giấy phép không ✓ với mọi nguồn có giấy phép nêu ở bảng 6, nhưng có giấy phép khác dùng được',
  ],
  sources_incompatible: [
    'use `adapt`: no licence at all, CC0 included, is ✓ for every source whose licence is listed in table 6',
    'mục đích chuyển thể: không giấy phép nào, kể cả CC0, ✓ với mọi nguồn có giấy phép nêu ở bảng 6',
  ],
  licence_not_open: [
    'basis `open_licence`, and the licence of the whole is neither a Creative Commons licence nor CC0',
    'căn cứ giấy phép mở mà giấy phép của cả học liệu không phải Creative Commons hay CC0',
  ],
  statement_untrue: [
    'the mark or a `NoC` statement on a work that is not free (table 3); not told on the basis `public_domain`, nor without a basis, nor of output of AI alone',
    'nhãn phạm vi công cộng hoặc tuyên bố `NoC` cho tác phẩm còn được bảo hộ (bảng 3); không báo với căn cứ “Thuộc về công chúng”, khi chưa có căn cứ, hoặc với sản phẩm do AI tạo ra toàn bộ',
  ],
  public_domain_unproven: [
    'basis `public_domain`, and table 7 says `protected` or `undetermined`',
    'căn cứ “Thuộc về công chúng” mà bảng 7 cho `protected` hoặc `undetermined`',
  ],
  public_domain_undecided: [
    'basis `public_domain`, table 7 says `manual_review`, and there is no decision with a name and a day',
    'căn cứ “Thuộc về công chúng”, bảng 7 cho `manual_review`, và chưa có kết luận ghi tên và ngày',
  ],
  restricted_to_portals: [
    'a viewing-only basis (table 1) with a use other than `named_portals`',
    'căn cứ chỉ cho xem (bảng 1) mà có mục đích khác ngoài các cổng được chỉ định',
  ],
  ai_generated_licence: [
    'output of AI alone under another licence than CC0 or the mark; nothing else is then said of the licence and the record',
    'sản phẩm do AI tạo ra toàn bộ mà giấy phép không phải CC0 hay nhãn phạm vi công cộng; khi đó không xét gì khác giữa giấy phép và khai báo',
  ],
  portrait_consent_missing: ['recorded: consent is missing', 'khai báo ghi: chưa có đồng ý'],
  term_ended: [
    'the last day of the grant lies before the day',
    'ngày cuối được phép trước ngày đang xét',
  ],
  term_not_begun: [
    'the first day of the grant lies after the day',
    'ngày đầu được phép sau ngày đang xét',
  ],
  embargo_active: [
    'the day is the last of the embargo, or before it',
    'ngày đang xét là ngày cuối giữ chưa công bố, hoặc trước đó',
  ],
  evidence_number_expected: [
    'the number is asked for (table 1), and the paper looked at lacks it',
    'nên có số (bảng 1) mà văn bản được xét không ghi',
  ],
  evidence_date_expected: [
    'the date is asked for (table 1), and the paper looked at lacks it',
    'nên có ngày (bảng 1) mà văn bản được xét không ghi',
  ],
  evidence_issuer_expected: [
    'the issuer is asked for (table 1), and the paper looked at lacks it',
    'nên có nơi ban hành (bảng 1) mà văn bản được xét không ghi',
  ],
  evidence_kind_unusual: [
    'every paper with a file has a kind, and none is usual for the basis (table 1); consents to the use of an image aside',
    'mọi văn bản có tệp đều đã chọn loại mà không loại nào thường dùng cho căn cứ (bảng 1); không kể văn bản đồng ý dùng hình ảnh',
  ],
  authors_missing: [
    'no author is entered and the work is not marked anonymous',
    'chưa ghi tác giả và cũng không đánh dấu khuyết danh',
  ],
  official_document_unusual: [
    'basis `official_document`, and the type of work is chosen and not text',
    'căn cứ văn bản của Nhà nước mà loại hình đã chọn không phải tác phẩm viết',
  ],
  public_domain_decided: [
    'basis `public_domain` that rests on a named decision',
    'căn cứ “Thuộc về công chúng” dựa trên kết luận ghi tên',
  ],
  protection_ended: [
    'table 7 says `public_domain`, on another basis than `public_domain` and `official_document`',
    'bảng 7 cho `public_domain` mà căn cứ không phải “Thuộc về công chúng” hay văn bản của Nhà nước',
  ],
  licence_on_free_work: [
    'basis `official_document` or `public_domain` with a Creative Commons licence (CC0 is none of them here) or a local one',
    'căn cứ văn bản của Nhà nước hoặc thuộc về công chúng mà dùng giấy phép Creative Commons (không kể CC0) hoặc giấy phép của Hà Nội',
  ],
  licence_reserved_for_portals: [
    'use `open_digital`, and the licence of the whole or of a component is for named portals only; not told where a basis is viewing-only',
    'mục đích công bố rộng rãi mà giấy phép của cả học liệu hoặc của thành phần chỉ dành cho các cổng được chỉ định; không báo khi căn cứ chỉ cho xem',
  ],
  portrait_consent_unanswered: [
    'nothing is recorded about people shown',
    'chưa ghi gì về người có hình ảnh',
  ],
  portrait_consent_unproven: [
    'recorded: consent obtained, and no consent with a file is among the papers',
    'khai báo ghi đã có đồng ý mà không có văn bản đồng ý có tệp',
  ],
  ai_use_unanswered: ['nothing is recorded about AI', 'chưa ghi gì về AI'],
  ai_contribution_unstated: [
    'AI as a help, and what people contributed is not described',
    'AI hỗ trợ mà chưa ghi phần người làm',
  ],
  territory_unstated: [
    'basis `licensed`, and no territory is entered',
    'căn cứ “Được cho phép sử dụng” mà chưa ghi lãnh thổ',
  ],
  review_overdue: ['the day of review lies before the day', 'ngày rà soát trước ngày đang xét'],
};
