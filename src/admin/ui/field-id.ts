/** The element of a field named by a dotted path (`items.0.altText`): the rail's lines jump to it. */
export function fieldId(path: string): string {
  return `kho-f-${path.replace(/[^A-Za-z0-9]+/g, '-')}`;
}

/** Moves to a field and focuses it; tries the enclosing field where this one is not on the page. */
export function focusField(path: string): boolean {
  const parts = path.split('.');
  while (parts.length > 0) {
    const element = document.getElementById(fieldId(parts.join('.')));
    if (element) {
      const target = focusable(element);
      openDetails(target);
      target.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
      return true;
    }
    parts.pop();
  }
  return false;
}

function focusable(element: HTMLElement): HTMLElement {
  const selector =
    'input:not([type=hidden], [hidden]), select, textarea, button, a[href], [tabindex]';
  if (element.matches(selector)) return element;
  const inner = element.querySelector<HTMLElement>(selector);
  if (inner) return inner;
  element.tabIndex = -1;
  return element;
}

function openDetails(element: HTMLElement): void {
  for (
    let node = element.closest('details');
    node;
    node = node.parentElement?.closest('details') ?? null
  ) {
    node.open = true;
  }
}
