import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** What this place is for, and what to do first. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="kho-empty">
      <Icon name={icon} />
      <h3>{title}</h3>
      {children && <p className="kho-muted kho-sm">{children}</p>}
      {action}
    </div>
  );
}
