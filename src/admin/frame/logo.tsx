import { Icon } from '../ui/icon';

/** On the sign-in pages. */
export function Logo() {
  return (
    <span className="kho-logo">
      <span className="kho-mark">
        <Icon name="book" />
      </span>
      Kho Học Liệu
    </span>
  );
}

/** The small mark where Payload shows an icon. */
export function Mark() {
  return (
    <span className="kho-mark">
      <Icon name="book" />
    </span>
  );
}
