const LANE = [40, 440, 860];
const WIDE = 340;
const LINE = 18;
const CHARS = 40;
const LIGHT = ['#fff', '#f6f8f9', '#b9c4c9', '#1d2528', '#55646b', '#0f5c6e', '#8a5300'];
const DARK = ['#14191b', '#1e2528', '#4a585e', '#e8eef0', '#a7b6bc', '#6cc3d6', '#f0b45c'];

/** Plain values: not every program that shows a picture knows CSS variables. */
const colours = ([back, box, line, ink, soft, accent, warn]) =>
  `.bg{fill:${back}}.box{fill:${box};stroke:${line}}.l{stroke:${accent}}text{fill:${ink}}.s{fill:${soft}}.b{fill:${accent}}.e{fill:${warn}}`;

/** Which lane a question of the origin stands in; what is not named is asked of everybody, below. */
const LANES = [
  ['maker', 'source', 'paper_at_hand'],
  [
    'assignment_paper',
    'contract_says',
    'permission_form',
    'source_licence',
    'document_kind',
    'state_right',
    'why_free',
    'teaching_use',
    'accessible_for',
  ],
  [
    'granted_rights',
    'pass_on',
    'granted_until',
    'granted_where',
    'source_changed',
    'annex_maker',
    'owner_search',
  ],
];

/** `docs/pictures/rights-interview.svg`: the questions as boxes, in the officer's words. */
export function interviewPicture(rules) {
  const boxes = rules.INTERVIEW.questions.map((question, index) => box(question, index + 1, rules));
  const height = place(boxes);
  const lines = boxes.flatMap((from) =>
    from.rows.flatMap((row) => {
      const to = boxes.find(({ number }) => number === row.next);
      return to && to.x > from.x ? [connector(from, row, to)] : [];
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1240 ${height}" width="1240" height="${height}" role="img" aria-labelledby="t d" font-family="'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif">
<title id="t">Các câu hỏi về quyền</title>
<desc id="d">The rights interview: each box is a question, each line an answer; the arrow names the next question. The same in words: docs/reference/rights-decisions.md.</desc>
<style>
${colours(LIGHT)}
@media (prefers-color-scheme:dark){${colours(DARK)}}
.l{fill:none;stroke-opacity:.45}text{font-size:13px}.h{font-weight:600;font-size:14px}.s,.b,.e{font-size:12px}.b{font-weight:600}
</style>
<rect class="bg" width="1240" height="${height}"/>
<text class="h" x="40" y="34">Học liệu này từ đâu mà có?</text>
<text class="s" x="40" y="56">→ số: câu hỏi tiếp theo; không có mũi tên: sang phần chung. ⇒ căn cứ. ? chuyển người thẩm định; “Tôi không chắc” luôn là một câu trả lời.</text>
${lines.join('\n')}
${boxes.map(draw).join('\n')}
</svg>
`;
}

function box(question, number, { INTERVIEW, BASIS_REQUIREMENTS, text, questionKeys, answerKey }) {
  const at = (id) => INTERVIEW.questions.findIndex((one) => one.id === id) + 1 || undefined;
  const title = wrap(`${number}. ${text('vi', questionKeys(question).ask)}`, 34);
  const rows = question.answers.map((answer) => {
    const next = at((question.many ? undefined : answer.next) ?? question.next);
    const arrow = next ? `\u00a0→\u00a0${next}` : '';
    const asks = answer.ask ? '\u00a0?' : '';
    return {
      next,
      lines: wrap(`${text('vi', answerKey(question, answer))}${asks}${arrow}`, CHARS),
      basis: answer.basis ? wrap(basisLine(answer.basis, BASIS_REQUIREMENTS, text), 38) : [],
      open: !!answer.ask,
    };
  });
  const size = (row) => (row.lines.length + row.basis.length) * LINE + 5;
  const height = title.length * 20 + rows.reduce((sum, row) => sum + size(row), 0) + 20;
  return {
    id: question.id,
    number,
    title,
    rows: rows.map((row) => ({ ...row, size: size(row) })),
    height,
  };
}

const basisLine = (basis, requirements, text) => {
  const article = text('vi', `rights:articles.${requirements[basis].article}`).replace(
    ' Luật Sở hữu trí tuệ',
    '',
  );
  return `⇒ ${text('vi', `rights:codes.basis.${basis}`)} (${article})`;
};

/** Three lanes for where the material comes from, and below them what everybody is asked. */
function place(boxes) {
  const find = (id) => boxes.find((one) => one.id === id);
  const ends = LANES.map((ids, lane) => stack(ids.map(find).filter(Boolean), LANE[lane], 80));
  const rest = boxes.filter(({ x }) => x === undefined);
  const top = Math.max(...ends) + 20;
  const below = LANE.map(() => top);
  for (const one of rest) {
    const lane = below.indexOf(Math.min(...below));
    below[lane] = stack([one], LANE[lane], below[lane]);
  }
  return Math.max(...below) + 20;
}

function stack(boxes, x, from) {
  let y = from;
  for (const one of boxes) {
    Object.assign(one, { x, y });
    y += one.height + 24;
  }
  return y;
}

function draw({ x, y, height, title, rows }) {
  const parts = [`<rect class="box" x="${x}" y="${y}" width="${WIDE}" height="${height}" rx="6"/>`];
  let at = y + 24;
  const line = (name, words, indent = 14) => {
    parts.push(`<text class="${name}" x="${x + indent}" y="${at}">${escaped(words)}</text>`);
    at += LINE;
  };
  for (const words of title) line('h', words);
  at += title.length * 2 + 4;
  for (const row of rows) {
    row.lines.forEach((words, index) =>
      line(row.open ? 'e' : 'a', `${index === 0 ? '• ' : ''}${words}`, index === 0 ? 14 : 25),
    );
    for (const words of row.basis) line('b', words, 25);
    at += 5;
  }
  return parts.join('\n');
}

function connector(from, row, to) {
  const before = from.rows.slice(0, from.rows.indexOf(row)).reduce((sum, one) => sum + one.size, 0);
  const [x1, y1] = [from.x + WIDE, from.y + from.title.length * 20 + before + 24];
  const [x2, y2] = [to.x, to.y + 20];
  const bend = (x2 - x1) / 2;
  return `<path class="l" d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"/>`;
}

function wrap(words, length) {
  const lines = [''];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last && `${last} ${word}`.length > length) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

const escaped = (words) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
