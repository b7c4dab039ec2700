// What floats, in one chunk: whoever opens one menu opens others.
export { ActionMenu } from './ActionMenu.tsx';
export { Floating } from './Floating.tsx';
export { ChoiceMenu, Menu } from './Menu.tsx';
