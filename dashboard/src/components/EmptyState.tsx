import { DisconnectOutlined, FilterOutlined, InboxOutlined, MinusCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useWords } from '../words';

const icons = { none: InboxOutlined, match: FilterOutlined, right: MinusCircleOutlined, fault: DisconnectOutlined };

interface Props {
  /** nothing recorded; nothing matches; no right; not to be had just now */
  kind: keyof typeof icons;
  title: string;
  /** why, and what to do */
  detail: ReactNode;
  /** 1 where it stands for the page, else 2 */
  level?: 1 | 2;
  reference?: string | undefined;
  /** the next steps */
  children?: ReactNode;
}

/** Says why there is nothing, and what can be done. */
export function EmptyState({ kind, title, detail, level = 2, reference, children }: Props) {
  const w = useWords();
  const Icon = icons[kind];
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section className={`empty empty-${kind}`} role={kind === 'fault' ? 'alert' : undefined}>
      <Icon aria-hidden className="empty-icon" />
      <Heading className="empty-title">{title}</Heading>
      <p>{detail}</p>
      {children !== undefined && <div className="actions">{children}</div>}
      {reference !== undefined && <p className="small">{w.app.reference(reference)}</p>}
    </section>
  );
}
