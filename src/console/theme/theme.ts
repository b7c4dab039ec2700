import {
  ActionIcon,
  Button,
  createTheme,
  type CSSVariablesResolver,
  Input,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import classes from './controls.module.css';

/** Mantine insists on ten shades; everything visible takes its colour from `tokens.css`. */
const cobalt: MantineColorsTuple = [
  '#eef1fe',
  '#dde3fd',
  '#c3cdfa',
  '#a6b5ff',
  '#7f93f2',
  '#6379e8',
  '#4c63e0',
  '#3a52d2',
  '#2f47c6',
  '#2439a4',
];

/** The variants in use; `color="red"` is the destructive side of each. */
const variantColorResolver: VariantColorsResolver = ({ variant, color }) => {
  const danger = color === 'red';
  switch (variant) {
    case 'filled':
      return danger
        ? fill('var(--bad-fill)', 'var(--bad-fill-hover)')
        : fill('var(--ac-fill)', 'var(--ac-fill-hover)');
    case 'light':
      return {
        background: danger ? 'var(--bad-tint)' : 'var(--ac-tint)',
        hover: danger ? 'var(--bad-tint)' : 'var(--sel-hover)',
        color: danger ? 'var(--bad)' : 'var(--ac)',
        border: `1px solid ${danger ? 'var(--bad-line)' : 'var(--ac-line)'}`,
      };
    case 'subtle':
      return {
        background: 'transparent',
        hover: 'var(--press)',
        color: danger ? 'var(--bad)' : 'var(--fg2)',
        hoverColor: danger ? 'var(--bad)' : 'var(--fg1)',
        border: '1px solid transparent',
      };
    default:
      return {
        background: 'var(--surface)',
        hover: 'var(--hover)',
        color: danger ? 'var(--bad)' : 'var(--fg1)',
        border: '1px solid var(--line2)',
      };
  }
};

function fill(background: string, hover: string) {
  return { background, hover, color: '#fff', border: '1px solid transparent' };
}

/** Heights in px: small, normal, dialog. */
const buttonHeights: Record<string, string> = { xs: '24px', sm: '28px', md: '32px' };
const inputHeights: Record<string, string> = { xs: '28px', sm: '32px' };

export const theme = createTheme({
  colors: { cobalt },
  primaryColor: 'cobalt',
  primaryShade: { light: 8, dark: 6 },
  variantColorResolver,
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 6,
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  focusRing: 'auto',
  cursorType: 'pointer',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '24px' },
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default', size: 'sm' },
      classNames: { root: classes.button, section: classes.section },
      vars: (_, { size = 'sm' }) => ({
        root: {
          '--button-height': buttonHeights[String(size)],
          '--button-padding-x': size === 'xs' ? '8px' : size === 'md' ? '14px' : '10px',
          '--button-fz': size === 'xs' ? '12px' : '13px',
        },
      }),
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', size: 24 },
      classNames: { root: classes.icon },
    }),
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      classNames: { input: classes.input },
      vars: (_, { size = 'sm', error }) => ({
        wrapper: {
          '--input-height': inputHeights[String(size)],
          '--input-fz': '13px',
          '--input-bd': error ? 'var(--bad)' : 'var(--line3)',
          '--input-bd-focus': error ? 'var(--bad)' : 'var(--ac)',
          '--input-bg': 'var(--surface)',
          '--input-color': 'var(--fg1)',
          '--input-placeholder-color': 'var(--fg3)',
        },
      }),
    }),
  },
});

const variables = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--fg1)',
  '--mantine-color-bright': 'var(--fg1)',
  '--mantine-color-dimmed': 'var(--fg2)',
  '--mantine-color-placeholder': 'var(--fg3)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-anchor': 'var(--ac)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--fg1)',
  '--mantine-color-default-border': 'var(--line2)',
  '--mantine-color-disabled': 'var(--press)',
  '--mantine-color-disabled-color': 'var(--fg3)',
  '--mantine-color-disabled-border': 'var(--line2)',
};

/** Mantine's own colours, pointed at the tokens; they sit under the scheme selectors, as Mantine's do. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: variables,
  dark: variables,
});
