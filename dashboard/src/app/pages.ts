import type { ComponentType } from 'react';
import { auditPages } from '../features/audit/pages';
import { cascadePages } from '../features/cascade/pages';
import { draftPages } from '../features/drafts/pages';
import { homePages } from '../features/home/pages';
import { importPages } from '../features/imports/pages';
import { mePages } from '../features/me/pages';
import { peoplePages } from '../features/people/pages';
import { planPages } from '../features/plans/pages';
import { progressPages } from '../features/progress/pages';
import { searchPages } from '../features/search/pages';
import { taskPages } from '../features/tasks/pages';
import { unitPages } from '../features/units/pages';
import { userPages } from '../features/users/pages';
import type { Words } from '../words';
import type { Role } from './session';

/** A page: its address, its words, who sees it. Each feature lists its own; the menu and the routes follow. */
export interface Page {
  /** under the root, as `plans/:id` */
  path: string;
  /** for the window's title and the menu */
  title: (w: Words) => string;
  /** The module is fetched when the page is opened. */
  load: () => Promise<ComponentType>;
  /** any of these; without it everybody who is signed in */
  roles?: readonly Role[];
  /** of use to whoever runs the installation, who has no unit */
  operator?: boolean;
  /** absent: reached from another page */
  menu?: {
    group: 'work' | 'admin';
    icon: ComponentType;
    /** on the phone's bar, with this word */
    short?: (w: Words) => string;
  };
  /** takes the whole width of the window */
  wide?: boolean;
}

/** In the order of the menu. */
export const pages: readonly Page[] = [
  ...homePages,
  ...planPages,
  ...draftPages,
  ...cascadePages,
  ...taskPages,
  ...progressPages,
  ...unitPages,
  ...peoplePages,
  ...importPages,
  ...userPages,
  ...auditPages,
  ...searchPages,
  ...mePages,
];
