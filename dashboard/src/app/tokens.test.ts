import { describe, expect, it } from 'vitest';
import { cssVariables, palettes, type Palette } from './tokens';

function luminance(colour: string): number {
  const channel = (from: number) => {
    const value = parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function ratio(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const texts: [keyof Palette, keyof Palette][] = [
  ['text', 'surface'],
  ['text', 'page'],
  ['text', 'sunken'],
  ['text2', 'surface'],
  ['text2', 'page'],
  ['text2', 'sunken'],
  ['placeholder', 'surface'],
  ['brandText', 'surface'],
  ['brandText', 'brandSoft'],
  ['link', 'surface'],
  ['link', 'page'],
  ['ok', 'okBg'],
  ['info', 'infoBg'],
  ['warn', 'warnBg'],
  ['text', 'warnBg'],
  ['late', 'lateBg'],
  ['late', 'surface'],
  ['warn', 'surface'],
  ['idle', 'idleBg'],
  ['barNumber', 'barOk'],
  ['barNumber', 'barDoing'],
  ['barNumber', 'barLate'],
  ['barIdleNumber', 'barIdle'],
  ['text', 'markRead'],
  ['text', 'markCorrected'],
  ['text', 'markSelected'],
];

describe.each(['light', 'dark'] as const)('the %s palette', theme => {
  const palette = palettes[theme];

  it.each(texts)('shows %s on %s at 4.5:1 or more', (front, back) => {
    expect(ratio(palette[front], palette[back])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['brand', 'brandHover', 'brandActive'] as const)('shows white on %s at 4.5:1 or more', back => {
    expect(ratio('#FFFFFF', palette[back])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['control', 'focus'] as const)('shows the edge %s on surface and page at 3:1 or more', edge => {
    expect(ratio(palette[edge], palette.surface)).toBeGreaterThanOrEqual(3);
    expect(ratio(palette[edge], palette.page)).toBeGreaterThanOrEqual(3);
  });
});

it('computes the ratio that the standard gives for black on white', () => {
  expect(ratio('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
});

it('names variables as CSS does', () => {
  expect(cssVariables(palettes.light)).toContain('--bar-idle-number: #3E3933;');
  expect(cssVariables(palettes.light)).toContain('--text-2: #5A544C;');
});
