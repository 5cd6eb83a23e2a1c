'use client';
import { Link } from '@payloadcms/ui';
import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './icon';

interface Look {
  variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  icon?: IconName;
  children?: ReactNode;
}
type ButtonProps = Look &
  Omit<ComponentProps<'button'>, 'disabled'> & {
    /** Cannot run yet: stays readable and focusable, the reason stands beside it. */
    blocked?: boolean;
    /** Working: keeps its width and place. */
    busy?: boolean;
    /** Only an icon: `aria-label` must say what it does. */
    iconOnly?: boolean;
  };

export function Button({
  variant = 'plain',
  icon,
  blocked,
  busy,
  iconOnly,
  children,
  onClick,
  className,
  ...rest
}: ButtonProps) {
  const stopped = blocked || busy;
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={stopped || undefined}
      className={classes(variant, iconOnly, className)}
      onClick={(event) => (stopped ? event.preventDefault() : onClick?.(event))}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export function LinkButton({
  variant = 'plain',
  icon,
  children,
  className,
  ...rest
}: Look & { href: string; className?: string; target?: string; 'aria-label'?: string }) {
  return (
    <Link {...rest} className={classes(variant, false, className)} prefetch={false}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

function classes(variant: string, iconOnly?: boolean, extra?: string): string {
  return [
    'kho-btn',
    variant !== 'plain' && `kho-btn--${variant}`,
    iconOnly && 'kho-btn--icon',
    extra,
  ]
    .filter(Boolean)
    .join(' ');
}
