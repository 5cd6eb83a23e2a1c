import { said, table } from './markdown.mjs';

/** 12: what may wait while a question lies with the editor. */
export const questions = (rules) => `## 12 Not sure

${said([
  [
    '“I am not sure” is an answer: it hands a question to the editor, about a field (the list after the interview). While the record’s answers hold that question, what is missing in that field does not refuse submission; it does from approval on. Only what is missing may wait, never what is wrong.',
    '“Tôi không chắc” là một câu trả lời: câu hỏi được chuyển cho người thẩm định, gắn với một mục (danh sách ở cuối phần hỏi đáp). Khi câu trả lời còn giữ câu hỏi đó thì thiếu mục đó vẫn nộp được; từ bước duyệt thì không. Chỉ thứ còn thiếu được chờ, thứ ghi sai thì không.',
  ],
  [
    'With a question about the basis and no basis chosen, what only a basis can tell waits too. Once a basis is chosen, it is asked for again.',
    'Khi chưa chọn căn cứ và đang hỏi về căn cứ thì những mục phụ thuộc căn cứ cũng được chờ. Chọn căn cứ rồi thì phải có lại.',
  ],
  [
    'Answers of the whole that name parts made by others ask for a record of each kind before submission (`component_unrecorded`). Without an interview nothing waits and nothing is asked for in this way.',
    'Câu trả lời nói có phần của người khác thì mỗi loại phải có khai báo riêng trước khi nộp (`component_unrecorded`). Không có phần hỏi đáp thì không mục nào được chờ và cũng không đòi như vậy.',
  ],
  [
    'A claim that was taken over from another material leaves the questions about parts made by others, people shown and AI open: until each is answered for this one, `components_unanswered`, `portrait_consent_unanswered` and `ai_use_unanswered` refuse submission.',
    'Khai báo lấy từ học liệu khác để trống ba câu hỏi về phần của người khác, người trong ảnh và AI: chưa trả lời cho chính học liệu này thì `components_unanswered`, `portrait_consent_unanswered` và `ai_use_unanswered` không cho nộp.',
  ],
])}

${table(
  ['missing', 'waits for a question about its field', 'waits for a question about the basis'],
  [...new Set([...rules.ASKED_INSTEAD, ...rules.FOLLOW_FROM_BASIS])]
    .sort()
    .map((code) => [
      `\`${code}\``,
      rules.ASKED_INSTEAD.includes(code) ? 'yes' : 'no',
      rules.FOLLOW_FROM_BASIS.includes(code) || code === 'basis_missing' ? 'yes' : 'no',
    ]),
)}`;
