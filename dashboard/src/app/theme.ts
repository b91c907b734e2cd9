import { theme as antd, type ThemeConfig } from 'antd';
import { palettes, type ThemeName } from './tokens';

export const fontFamily = "'Be Vietnam Pro', system-ui, sans-serif";

/** The palette in antd's words. */
export function antdTheme(name: ThemeName): ThemeConfig {
  const p = palettes[name];
  return {
    algorithm: name === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 15,
      lineHeight: 1.5,
      borderRadius: 6,
      borderRadiusLG: 8,
      controlHeight: 40,
      controlHeightSM: 32,
      controlOutline: p.focus,
      controlOutlineWidth: 3,
      boxShadow: 'none',
      boxShadowTertiary: 'none',
      motion: false,
      colorPrimary: p.brand,
      colorPrimaryHover: p.brandHover,
      colorPrimaryActive: p.brandActive,
      colorPrimaryText: p.brandText,
      colorPrimaryBg: p.brandSoft,
      colorBgLayout: p.page,
      colorBgContainer: p.surface,
      colorBgElevated: p.surface,
      colorBgContainerDisabled: p.sunken,
      colorSplit: p.line,
      colorBorderSecondary: p.line,
      colorBorder: p.control,
      colorText: p.text,
      colorTextSecondary: p.text2,
      colorTextTertiary: p.text2,
      colorTextDescription: p.text2,
      colorTextDisabled: p.text2,
      colorTextPlaceholder: p.placeholder,
      colorLink: p.link,
      colorSuccess: p.ok,
      colorSuccessBg: p.okBg,
      colorInfo: p.info,
      colorInfoBg: p.infoBg,
      colorWarning: p.warn,
      colorWarningBg: p.warnBg,
      colorError: p.late,
      colorErrorBg: p.lateBg,
    },
    components: {
      Button: {
        // the dark algorithm would dim them
        colorPrimary: p.brand,
        colorPrimaryHover: p.brandHover,
        colorPrimaryActive: p.brandActive,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 600,
        defaultBg: p.surface,
        defaultHoverBg: p.sunken,
        defaultHoverColor: p.text,
        defaultHoverBorderColor: p.text2,
        defaultActiveColor: p.text,
        defaultActiveBorderColor: p.text,
      },
      Segmented: {
        trackBg: p.sunken,
        itemSelectedBg: name === 'dark' ? '#4A433B' : p.surface,
        itemSelectedColor: p.brandText,
        itemColor: p.text,
      },
      Input: { activeBorderColor: p.focus, hoverBorderColor: p.text2 },
      Select: { activeBorderColor: p.focus, hoverBorderColor: p.text2, optionSelectedBg: p.brandSoft },
    },
  };
}
