/** The interview in words: every question, its answers, and what follows. */
export function interviewSection(rules, table) {
  const { INTERVIEW, text } = rules;
  const number = (id) => INTERVIEW.questions.findIndex((question) => question.id === id) + 1;
  const track = (name) => INTERVIEW.tracks[name].map(number).join(', ');
  return `## 13 The interview

![The interview](../pictures/rights-interview.svg)

Of the whole material the parts that begin with the questions ${track('whole')} are asked in this order; of a component, which is a work of others inside, ${track('component')}. An answer without “→” goes on to the next part. The later answer about the basis counts. “Tôi không chắc” (“I am not sure”) is an answer everywhere: the question goes to the editor, by name.

${INTERVIEW.questions.map((question) => oneQuestion(question, rules, table, number)).join('\n\n')}

### Questions for the editor

${table(
  ['code', 'field', 'English', 'Vietnamese'],
  Object.entries(INTERVIEW.editorQuestions).map(([code, field]) => [
    `\`${code}\``,
    `\`${field}\``,
    text('en', `interview:editor.${code}`),
    text('vi', `interview:editor.${code}`),
  ]),
)}
`;
}

function oneQuestion(question, rules, table, number) {
  const { text, questionKeys, answerKey } = rules;
  const { ask, hint } = questionKeys(question);
  const only = question.track
    ? ` Asked of ${question.track === 'whole' ? 'the whole' : 'a component'} only.`
    : '';
  const said = hint ? `${text('en', hint)} ` : '';
  return `### ${number(question.id)} ${text('vi', ask)}

${text('en', ask)}${only}${question.many ? ' Several answers are possible.' : ''} ${said}

${table(
  ['answer', 'English', 'Vietnamese', 'what follows'],
  question.answers.map((answer) => [
    `\`${answer.code}\``,
    text('en', answerKey(question, answer)),
    text('vi', answerKey(question, answer)),
    consequences(question, answer, number),
  ]),
)}`.replace(/ +$/gm, '');
}

const code = (value) => `\`${value}\``;

function consequences(question, answer, number) {
  const set = { ...answer.set, ...answer.add };
  const next = (question.many ? undefined : answer.next) ?? question.next;
  return [
    answer.basis && `basis ${code(answer.basis)}`,
    answer.basis === null && 'no basis',
    answer.licence && `licence ${code(answer.licence)}`,
    answer.evidence && `paper ${answer.evidence.map(code).join(' or ')}`,
    ...Object.entries(set).map(
      ([field, value]) => `${code(field)}: ${code([value].flat().join(', '))}`,
    ),
    answer.uses && `use ${answer.uses.map(code).join(', ')}`,
    answer.fields && `to be entered: ${answer.fields.map(code).join(', ')}`,
    ...(answer.components ?? []).map(({ kind }) => `a component (${code(kind)})`),
    ...(answer.ask ?? []).map((ask) => `for the editor: ${code(ask)}`),
    next && `→ ${number(next)}`,
  ]
    .filter(Boolean)
    .join('; ');
}
