import type { ThemeConfig } from 'antd';

/** antd in the colours of the console. Words in a colour stand out 4.5:1 from the tint behind them. */
export const theme: ThemeConfig = {
  hashed: false,
  token: {
    fontFamily: 'inherit', borderRadius: 4,
    // Who works here all day waits for no menu to unfold.
    motion: false,
    colorPrimary: '#1f5fbf', colorPrimaryHover: '#174a96', colorPrimaryActive: '#123c7c', colorLink: '#1f5fbf', colorLinkHover: '#174a96',
    colorInfo: '#1f5fbf', colorInfoBg: '#edf4fd', colorInfoBorder: '#b8d3f5',
    colorSuccess: '#237804', colorSuccessBg: '#f0f9ec', colorSuccessBorder: '#b7e0a5',
    colorWarning: '#925a00', colorWarningBg: '#fff8e6', colorWarningBorder: '#f0d48a',
    colorError: '#cf1322', colorErrorBg: '#fff1f0', colorErrorBorder: '#ffccc7',
    colorTextPlaceholder: '#69748a', colorTextDescription: '#5b6575',
  },
  components: {
    Descriptions: { labelBg: '#f7f9fc' },
    Form: { itemMarginBottom: 16 },
    Layout: { siderBg: '#fff', headerBg: '#fff', headerHeight: 48, headerPadding: '0 16px' },
    Menu: { itemHeight: 36, subMenuItemBg: '#fafbfd' },
    Table: { cellFontSizeSM: 13, cellPaddingBlockSM: 5, cellPaddingInlineSM: 10, headerBorderRadius: 0 },
  },
};
