/** Colours of both themes; the test computes their contrast. One source for antd and for our own CSS. */
export interface Palette {
  page: string;
  surface: string;
  sunken: string;
  line: string;
  control: string;
  text: string;
  text2: string;
  placeholder: string;
  brand: string;
  brandHover: string;
  brandActive: string;
  brandText: string;
  brandSoft: string;
  link: string;
  focus: string;
  ok: string;
  okBg: string;
  info: string;
  infoBg: string;
  warn: string;
  warnBg: string;
  late: string;
  lateBg: string;
  idle: string;
  idleBg: string;
  barOk: string;
  barDoing: string;
  barLate: string;
  barNumber: string;
  barIdle: string;
  barIdleNumber: string;
  markRead: string;
  markCorrected: string;
  markSelected: string;
}

export type ThemeName = 'light' | 'dark';

export const palettes: Record<ThemeName, Palette> = {
  light: {
    page: '#F7F5F1',
    surface: '#FFFFFF',
    sunken: '#F1EEE8',
    line: '#E3DED5',
    control: '#857E74',
    text: '#221F1B',
    text2: '#5A544C',
    placeholder: '#6B655C',
    brand: '#8F1D24',
    brandHover: '#A82A31',
    brandActive: '#701219',
    brandText: '#8F1D24',
    brandSoft: '#F8EBE9',
    link: '#1B4B82',
    focus: '#1B5FC1',
    ok: '#1F6B3A',
    okBg: '#E7F3EA',
    info: '#1B4B82',
    infoBg: '#E7EFF8',
    warn: '#7A4B00',
    warnBg: '#FCF2D9',
    late: '#A3310A',
    lateBg: '#FDEBE3',
    idle: '#57514A',
    idleBg: '#F1EEE8',
    barOk: '#2E7D4A',
    barDoing: '#3E6FA8',
    barLate: '#B5420F',
    barNumber: '#FFFFFF',
    barIdle: '#D9D3C8',
    barIdleNumber: '#3E3933',
    markRead: '#FFF0BF',
    markCorrected: '#DCE9F8',
    markSelected: '#FFD67A',
  },
  dark: {
    page: '#171412',
    surface: '#211D1A',
    sunken: '#2A2521',
    line: '#3D3730',
    control: '#91887C',
    text: '#F3EEE7',
    text2: '#BFB6AA',
    placeholder: '#A79E92',
    brand: '#BF3D44',
    brandHover: '#CB4A50',
    brandActive: '#A5323A',
    brandText: '#F3A09B',
    brandSoft: '#3A1D1D',
    link: '#9CC3F0',
    focus: '#8FBBFF',
    ok: '#8AD2A4',
    okBg: '#17311F',
    info: '#9CC3F0',
    infoBg: '#182B42',
    warn: '#EBC06A',
    warnBg: '#372B12',
    late: '#FFA987',
    lateBg: '#3D1F12',
    idle: '#CFC6BA',
    idleBg: '#2F2A25',
    barOk: '#5BB07B',
    barDoing: '#78A6DC',
    barLate: '#EE8650',
    barNumber: '#171412',
    barIdle: '#4A433B',
    barIdleNumber: '#F3EEE7',
    markRead: '#4A3D16',
    markCorrected: '#1E3856',
    markSelected: '#7A5A12',
  },
};

/** The palette as CSS variables: `brandText` becomes `--brand-text`. */
export function cssVariables(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name.replace(/[A-Z0-9]/g, letter => `-${letter.toLowerCase()}`)}: ${value as string};`)
    .join(' ');
}

/** Writes both palettes into the document; `data-theme` on the root element chooses. */
export function installPalettes(): void {
  const style = document.createElement('style');
  style.dataset['palettes'] = '';
  style.textContent =
    `:root { ${cssVariables(palettes.light)} color-scheme: light; }\n` +
    `:root[data-theme='dark'] { ${cssVariables(palettes.dark)} color-scheme: dark; }\n` +
    `@media print { :root, :root[data-theme='dark'] { ${cssVariables(palettes.light)} color-scheme: light; } }`;
  document.head.append(style);
}
