import fs from 'node:fs';
import ts from 'typescript';
import { inRoot } from './paths.mjs';
import { filesUnder } from './sources.mjs';

const NUMBERS = 'src/rights/data/term-rules.json';
const OTHERS = {
  '<': ['<='],
  '<=': ['<'],
  '>': ['>='],
  '>=': ['>'],
  '===': ['!=='],
  '!==': ['==='],
  '==': ['!='],
  '!=': ['=='],
  '&&': ['||'],
  '||': ['&&'],
};

/** Every single change to a rule: `{ file, line, before, change, text }`, the text of the whole file. */
export function ruleMutants() {
  const isRule = (file) =>
    /^src\/rights\/[\w-]+\.ts$/.test(file) && !/\.(spec|fixture)\.ts$/.test(file);
  return [...filesUnder('src/rights', isRule).flatMap(ofRule), ...ofNumbers()];
}

function ofRule(file) {
  const source = fs.readFileSync(inRoot(file), 'utf8');
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found = [];
  const replace = (start, end, text, change) => {
    const { line } = tree.getLineAndCharacterOfPosition(start);
    const before = source.split('\n')[line].trim();
    found.push({
      file,
      line: line + 1,
      before,
      change,
      text: source.slice(0, start) + text + source.slice(end),
    });
  };
  const visit = (node) => {
    if (ts.isTypeNode(node)) return;
    for (const [start, end, text, change] of changes(node, source))
      replace(start, end, text, change);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** `[start, end, text, what]` of each way to break one node. */
function changes(node, source) {
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken;
    const [start, end] = [operator.getStart(), operator.getEnd()];
    const name = source.slice(start, end);
    const swapped = (OTHERS[name] ?? []).map((other) => [
      start,
      end,
      other,
      `${name} becomes ${other}`,
    ]);
    return [...swapped, ...dropped(node, name)];
  }
  const at = (part) => [part.getStart(), part.getEnd()];
  if (ts.isIfStatement(node))
    return ['true', 'false'].map((value) => [...at(node.expression), value, `if (${value})`]);
  if (ts.isConditionalExpression(node)) {
    const { condition, whenTrue, whenFalse } = node;
    const text = `${whenFalse.getText()} : ${whenTrue.getText()}`;
    return [[whenTrue.getStart(), whenFalse.getEnd(), text, `${condition.getText()}: swapped`]];
  }
  if (ts.isReturnStatement(node) && node.expression && isTruth(node.expression))
    return [
      [...at(node.expression), `!(${node.expression.getText()})`, 'the opposite is returned'],
    ];
  return [];
}

/** One of two conditions removed. */
const dropped = (node, name) =>
  name === '&&' || name === '||'
    ? [
        [node.getStart(), node.getEnd(), node.left.getText(), `without ${node.right.getText()}`],
        [node.getStart(), node.getEnd(), node.right.getText(), `without ${node.left.getText()}`],
      ].map(([start, end, text, change]) => [start, end, `(${text})`, change.replace(/\s+/g, ' ')])
    : [];

const isTruth = (node) =>
  node.kind === ts.SyntaxKind.TrueKeyword ||
  node.kind === ts.SyntaxKind.FalseKeyword ||
  ts.isPrefixUnaryExpression(node);

function ofNumbers() {
  const source = fs.readFileSync(inRoot(NUMBERS), 'utf8');
  return [...source.matchAll(/^ *"\w+": (\d+),?$/gm)].flatMap((match) =>
    [-1, 1].map((by) => ({
      file: NUMBERS,
      line: source.slice(0, match.index).split('\n').length,
      before: match[0].trim(),
      change: `${by > 0 ? '+' : '−'} 1`,
      text: source.replace(match[0], match[0].replace(match[1], String(Number(match[1]) + by))),
    })),
  );
}
