import {
  CheckCircleFilled,
  CheckOutlined,
  ClockCircleFilled,
  EditFilled,
  ExclamationCircleFilled,
  FormOutlined,
  MinusCircleOutlined,
  RollbackOutlined,
  SendOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useWords } from '../words';

export type Family = 'ok' | 'info' | 'warn' | 'late' | 'idle';

const icons = {
  tick: CheckCircleFilled,
  check: CheckOutlined,
  sheet: FormOutlined,
  pencil: EditFilled,
  clock: ClockCircleFilled,
  fault: ExclamationCircleFilled,
  ring: MinusCircleOutlined,
  back: RollbackOutlined,
  plane: SendOutlined,
  stop: StopOutlined,
};

export type StatusIcon = keyof typeof icons;

/** A state as colour, icon and word; `plain` leaves out the coloured ground. */
export function Status({
  family,
  icon,
  children,
  plain = false,
}: {
  family: Family;
  icon: StatusIcon;
  children: ReactNode;
  plain?: boolean;
}) {
  const Icon = icons[icon];
  return (
    <span className={`status status-${family}${plain ? ' status-plain' : ''}`}>
      <Icon aria-hidden />
      <span>{children}</span>
    </span>
  );
}

/** How a task's last day lies to today: overdue, near, or far. */
export function DueStatus({ daysLeft, plain = false }: { daysLeft: number; plain?: boolean }) {
  const w = useWords();
  if (daysLeft < 0) {
    return (
      <Status family="late" icon="clock" plain={plain}>
        {w.status.overdue(-daysLeft)}
      </Status>
    );
  }
  return (
    <Status family={daysLeft <= 7 ? 'warn' : 'idle'} icon={daysLeft <= 7 ? 'clock' : 'ring'} plain={plain}>
      {w.status.daysLeft(daysLeft)}
    </Status>
  );
}

/** State of a task in a list. */
export function TaskStatus({
  state,
  overdue,
  daysLeft,
  percent,
}: {
  state: string;
  overdue: boolean;
  daysLeft: number | null | undefined;
  percent: number;
}) {
  const w = useWords();
  if (state === 'DONE') {
    return <Status family="ok" icon="tick">{w.status.done}</Status>;
  }
  if (state === 'WITHDRAWN') {
    return <Status family="idle" icon="stop">{w.status.withdrawn}</Status>;
  }
  if (overdue) {
    return <Status family="late" icon="clock">{w.status.overdue(-(daysLeft ?? 0))}</Status>;
  }
  if (daysLeft !== null && daysLeft !== undefined && daysLeft <= 7) {
    return <Status family="warn" icon="clock">{w.status.daysLeft(daysLeft)}</Status>;
  }
  return percent > 0 ? (
    <Status family="info" icon="sheet">{w.status.doing}</Status>
  ) : (
    <Status family="idle" icon="ring">{w.status.notBegun}</Status>
  );
}
