/**
 * The words that the bench's materials are made of. Function syllables stand in the order of their
 * frequency in running Vietnamese text; two-syllable words by the subject they belong to.
 */
const list = (text) => text.trim().split(/\s*,\s*/);

export const FUNCTION_SYLLABLES =
  `và của là các có được trong cho những một với không để người này khi
 đã về từ ra đến phải ở năm thì vào như làm theo cũng trên hoặc bị việc nhiều cần tại sau nhà nước sẽ
 đó hai học hơn trước nếu mà còn do lại nên qua điều lên con mình bằng đi các_ số thể rất nhất bài lớp
 ngày cách mỗi giữa chỉ dùng đây cùng phần nào mới ai gì đầu tháng ba ngoài đang thành dưới lần hay
 hết từng luôn vẫn chưa rồi vì nhưng tuy song cả bên nơi lúc đều nó họ ta tôi em anh chị bạn ông bà
 bốn sáu bảy tám mười trăm nghìn loại dạng kiểu nhóm mức độ tính cao thấp lớn nhỏ dài ngắn tốt xấu
 đúng sai dễ khó nhanh chậm ít đủ thêm bớt cần_ muốn biết hiểu thấy nghe nói đọc viết xem hỏi đưa lấy
 giúp gọi nêu kể chọn tìm giữ mở đóng bắt kết gồm trở suốt hầu khoảng gần xa ngay riêng chung khác`
    .split(/\s+/)
    .filter((syllable) => !syllable.endsWith('_'));

export const GENERAL_WORDS = list(`
 học sinh, giáo viên, học tập, giáo dục, nội dung, phương pháp, hoạt động, kiến thức, kỹ năng, bài học,
 thực hiện, yêu cầu, mục tiêu, kết quả, tài liệu, hướng dẫn, chương trình, nhà trường, đánh giá, sử dụng,
 thông tin, vấn đề, phát triển, xây dựng, tổ chức, quản lý, cộng đồng, xã hội, gia đình, cuộc sống,
 thời gian, ví dụ, trả lời, câu hỏi, thảo luận, trình bày, chuẩn bị, quan sát, nhận xét, luyện tập,
 bài tập, kiểm tra, thực hành, ứng dụng, năng lực, phẩm chất, đào tạo, bồi dưỡng, nghiên cứu, khoa học,
 công việc, đời sống, tham gia, hỗ trợ, đảm bảo, quy định, điều kiện, khả năng, nguyên nhân, giải pháp,
 quá trình, đặc điểm, ý nghĩa, vai trò, cơ bản, quan trọng, cần thiết, phù hợp, khác nhau, đồng thời,
 người học, trung tâm, thành phố, Hà Nội, Việt Nam, địa phương, khu vực, cơ sở, hệ thống, chất lượng,
 tổng kết, mở rộng, so sánh, phân tích, trao đổi, hợp tác, chia sẻ, sáng tạo, tư duy, giao tiếp`);

/** By code of the subject: its label and its words, the most usual first. */
export const SUBJECTS = {
  toan: {
    label: 'Toán học',
    words:
      list(`phương trình, hàm số, hình học, tam giác, phân số, số học, đại số, giới hạn, đạo hàm,
     tích phân, xác suất, thống kê, vectơ pháp, tọa độ, đường tròn, chu vi, diện tích, thể tích, góc vuông,
     định lý, chứng minh, bất đẳng, biểu thức, nghiệm nguyên, ma trận, logarit cơ, cấp số, tổ hợp,
     chỉnh hợp, lượng giác, song song, vuông góc, tỉ lệ, phần trăm, số nguyên, số thực, tập hợp, mệnh đề`),
  },
  van: {
    label: 'Ngữ văn',
    words:
      list(`văn bản, tác phẩm, nhân vật, truyện ngắn, thơ ca, ca dao, tục ngữ, tiểu thuyết, tác giả,
     nghị luận, miêu tả, biểu cảm, tự sự, thuyết minh, ẩn dụ, hoán dụ, nhân hóa, so sánh, điệp ngữ, từ ngữ,
     câu văn, đoạn văn, chủ đề, cốt truyện, dân gian, cổ tích, thần thoại, sử thi, kịch bản, phê bình,
     truyện Kiều, Nguyễn Du, Nguyễn Trãi, chữ Nôm, hiện thực, lãng mạn, trữ tình, ngôn từ`),
  },
  su: {
    label: 'Lịch sử',
    words:
      list(`lịch sử, triều đại, khởi nghĩa, kháng chiến, cách mạng, chiến tranh, độc lập, phong kiến,
     thực dân, đế quốc, hiệp định, chiến dịch, chiến thắng, vua Hùng, nhà Trần, nhà Lê, Thăng Long,
     Điện Biên, Bạch Đằng, di tích, khảo cổ, văn minh, cổ đại, trung đại, cận đại, hiện đại, nông dân,
     công nhân, phong trào, yêu nước, giải phóng, thống nhất, niên đại, sử liệu, kinh đô, thành cổ`),
  },
  dia: {
    label: 'Địa lý',
    words:
      list(`bản đồ, khí hậu, địa hình, sông ngòi, đồng bằng, cao nguyên, dân số, đô thị, nông nghiệp,
     công nghiệp, dịch vụ, tài nguyên, khoáng sản, đất đai, rừng ngập, biển đảo, thủy văn, gió mùa,
     nhiệt độ, lượng mưa, vĩ tuyến, kinh độ, lục địa, đại dương, di cư, vùng miền, sông Hồng, Cửu Long,
     Tây Nguyên, duyên hải, thổ nhưỡng, núi lửa, động đất, thủy triều, hải lưu, viễn thám`),
  },
  ly: {
    label: 'Vật lý',
    words: list(`chuyển động, vận tốc, gia tốc, lực ma, trọng lực, năng lượng, động năng, thế năng,
     điện trường, từ trường, dòng điện, điện trở, hiệu điện, mạch điện, dao động, sóng cơ, ánh sáng,
     khúc xạ, phản xạ, thấu kính, quang phổ, hạt nhân, phóng xạ, nhiệt lượng, áp suất, chất lỏng,
     chất khí, cơ học, quang học, điện từ, tụ điện, cuộn dây, máy biến, con lắc, lượng tử, bán dẫn`),
  },
  hoa: {
    label: 'Hóa học',
    words:
      list(`nguyên tử, phân tử, phản ứng, dung dịch, axit mạnh, bazơ yếu, muối ăn, kim loại, phi kim,
     oxi hóa, khử nước, hữu cơ, vô cơ, este no, ancol bậc, hiđro cacbon, liên kết, ion dương, electron lớp,
     tuần hoàn, kết tủa, chất xúc, nồng độ, điện phân, ăn mòn, polime tổng, chất béo, tinh bột, glucozơ tan,
     amino axit, chuẩn độ, hòa tan, bay hơi, nhiệt phân, khí cacbonic, nhôm oxit`),
  },
  sinh: {
    label: 'Sinh học',
    words:
      list(`tế bào, quang hợp, hô hấp, di truyền, đột biến, nhiễm sắc, tiến hóa, sinh thái, quần thể,
     quần xã, hệ sinh, thực vật, động vật, vi khuẩn, vi rút, miễn dịch, tuần hoàn, tiêu hóa, bài tiết,
     thần kinh, hoóc môn, sinh sản, sinh trưởng, protein bậc, enzim tiêu, chọn giống, lai tạo, nấm men,
     đa dạng, bảo tồn, chuỗi thức, hoa lưỡng, rễ cây, lá cây, mô phân, kháng thể`),
  },
  tin: {
    label: 'Tin học',
    words:
      list(`máy tính, phần mềm, phần cứng, lập trình, thuật toán, dữ liệu, cơ sở, mạng máy, Internet vạn,
     trình duyệt, thư điện, mật khẩu, an toàn, bảo mật, bảng tính, văn phòng, soạn thảo, trình chiếu,
     hệ điều, vòng lặp, rẽ nhánh, biến số, mảng một, tệp tin, thư mục, đồ họa, trí tuệ, nhân tạo,
     học máy, chuyển đổi, số hóa, dịch vụ, công trực, mã nguồn, giao diện, robot giáo`),
  },
  anh: {
    label: 'Tiếng Anh',
    words:
      list(`tiếng Anh, từ vựng, ngữ pháp, phát âm, hội thoại, nghe hiểu, đọc hiểu, bài luận, thì hiện,
     thì quá, động từ, danh từ, tính từ, trạng từ, giới từ, mạo từ, câu điều, câu bị, mệnh đề, thành ngữ,
     trọng âm, ngữ điệu, phiên âm, song ngữ, dịch thuật, giao tiếp, phỏng vấn, du học, chứng chỉ,
     bản ngữ, ngoại ngữ, từ điển, văn hóa, thuyết trình, bài nghe, luyện thi`),
  },
  nghe: {
    label: 'Kỹ thuật và nghề',
    words:
      list(`nghề nghiệp, hàn điện, cơ khí, sửa chữa, điện lạnh, xe máy, ô tô, động cơ, mộc dân, may mặc,
     cắt may, thêu ren, gốm sứ, mây tre, sơn mài, nấu ăn, chế biến, pha chế, làm bánh, cắt tóc, trang điểm,
     xây trát, lắp đặt, bảo dưỡng, vận hành, an toàn, bảo hộ, học nghề, tay nghề, việc làm, khởi nghiệp,
     kinh doanh, tiếp thị, kế toán, bán hàng, khuôn mẫu`),
  },
  nong: {
    label: 'Nông nghiệp',
    words:
      list(`trồng trọt, chăn nuôi, lúa nước, rau sạch, cây ăn, phân bón, phân hữu, thuốc trừ, sâu bệnh,
     tưới tiêu, giống cây, gia cầm, gia súc, lợn thịt, gà đồi, cá lồng, nuôi trồng, thủy sản, hoa lan,
     cây cảnh, nhà lưới, nhà kính, ủ phân, chuồng trại, dịch tả, tiêm phòng, thức ăn, thu hoạch, bảo quản,
     hợp tác, nông sản, truy xuất, đất phèn, luân canh, ghép cành, nấm rơm`),
  },
  suckhoe: {
    label: 'Sức khỏe',
    words:
      list(`sức khỏe, phòng bệnh, dinh dưỡng, vệ sinh, tiêm chủng, sơ cứu, huyết áp, tiểu đường, tim mạch,
     ung thư, sốt xuất, cúm mùa, tay chân, răng miệng, mắt kính, tâm lý, trầm cảm, người già, trẻ em,
     bà mẹ, mang thai, cho bú, suy dinh, béo phì, thể dục, yoga cơ, đi bộ, thuốc lá, rượu bia, ma túy,
     đuối nước, bỏng lửa, gãy xương, cấp cứu, bảo hiểm, y tế`),
  },
  phapluat: {
    label: 'Pháp luật và công dân',
    words:
      list(`pháp luật, hiến pháp, quyền lợi, nghĩa vụ, công dân, hôn nhân, đất đai, thừa kế, hợp đồng,
     lao động, khiếu nại, tố cáo, hòa giải, dân sự, hình sự, hành chính, giao thông, mũ bảo, nồng độ,
     tệ nạn, bạo lực, bình đẳng, trẻ vị, người khuyết, bầu cử, đại biểu, ủy ban, hội đồng, thuế thu,
     căn cước, cư trú, hộ khẩu, chứng thực, tư pháp, luật sư, phòng cháy`),
  },
  nghethuat: {
    label: 'Nghệ thuật',
    words:
      list(`âm nhạc, mỹ thuật, hội họa, điêu khắc, tranh vẽ, màu sắc, bố cục, nét vẽ, nhạc cụ, đàn bầu,
     đàn tranh, hát chèo, hát xẩm, ca trù, quan họ, múa rối, cải lương, dân ca, giai điệu, tiết tấu,
     hợp xướng, sân khấu, điện ảnh, nhiếp ảnh, thiết kế, thư pháp, tranh Đông, sơn dầu, khắc gỗ, lễ hội,
     áo dài, đình làng, chùa cổ, kiến trúc, trang trí, nghệ nhân`),
  },
};

/** Real Vietnamese syllables: every initial with every rhyme that spelling allows it. */
const INITIALS = 'b,c,ch,d,đ,g,h,l,m,n,nh,ph,r,s,t,th,tr,v,x,kh,ng'.split(',');
const RHYMES =
  `a,ai,am,an,ang,ao,ay,âm,ân,âng,âu,ây,ăm,ăn,ăng,o,oi,om,on,ong,ô,ôi,ôm,ôn,ông,ơ,ơi,ơm,ơn,
 u,ui,um,un,ung,ư,ưa,ưi,ưng,ươi,ương,ươm,ươn,uôi,uôn,uông,ua,oa,oai,oan,oang,uy,uyên,ach,anh,ap,at,ac,ăc,
 ăp,ăt,âc,âp,ât,oc,op,ot,ôc,ôp,ôt,ơp,ơt,uc,up,ut,ưc,ươc,ươp,ươt,uôc,uôt`.split(/[,\s]+/);
const MARKS = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const STOPPED = /(c|ch|p|t)$/;

/** The tone's mark on the vowel that carries it: the marked one, else the last before a final consonant. */
function withTone(syllable, rhyme, mark) {
  if (mark === '') return syllable;
  const start = syllable.length - rhyme.length;
  const vowels = [...rhyme.matchAll(/[aăâeêioôơuưy]/g)].map(({ index }) => index);
  const marked = vowels.filter((at) => /[ăâêôơ]/.test(rhyme[at])).at(-1);
  const closed = /[cghmnpt]$/.test(rhyme);
  const at = start + (marked ?? (closed ? vowels.at(-1) : (vowels.at(-2) ?? vowels[0])));
  return (syllable.slice(0, at + 1) + mark + syllable.slice(at + 1)).normalize('NFC');
}

/** All of them, in the order of the tables; a caller shuffles. */
export function possibleSyllables() {
  const found = [];
  for (const initial of INITIALS) {
    for (const rhyme of RHYMES) {
      const marks = STOPPED.test(rhyme) ? ['\u0301', '\u0323'] : MARKS;
      for (const mark of marks) found.push(withTone(initial + rhyme, rhyme, mark));
    }
  }
  return found;
}
