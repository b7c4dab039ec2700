import type { FormWords } from '../en-US/form.ts';

const count = (n: number) => n.toLocaleString('zh-CN');

export const form: FormWords = {
  optional: '选填',
  show: (what) => `显示${what}`,
  hide: (what) => `隐藏${what}`,
  generate: '随机生成',
  copyPassword: '密码',
  noMatch: '没有匹配项。',
  choicesComing: '正在获取可选项…',
  choicesFailed: '无法获取可选项。',
  moreMatches: (n) => `还有 ${count(n)} 项，请输入关键字缩小范围`,
  open: (what) => `显示${what}的选项`,
  removeChoice: (what) => `移除 ${what}`,
  none: '无',
  fewer: '减一',
  more: '加一',
  between: '、',
  toFix: (n) => `有 ${count(n)} 项需要修改：`,
  required: '必填。',
  restored: '已恢复上次填写的内容，密码不会保存。',
  startOver: '重新填写',
  pair: {
    key: '键',
    value: '值',
    keyOf: (n, what) => `${what}：键 ${n}`,
    valueOf: (n, what) => `${what}：值 ${n}`,
    remove: (key) => `移除 ${key}`,
  },
  password: {
    rule: '8–30 个字符，至少包含大写字母、小写字母、数字、特殊符号中的三种',
    good: '符合全部密码规则。',
    problems: {
      length: '长度为 8–30 个字符。',
      characters: '含有不支持的字符，只能使用字母、数字和常用特殊符号。',
      classes: '至少包含大写字母、小写字母、数字、特殊符号中的三种。',
      user: '不能包含用户名。',
      word: '不能包含 jd、360、bug、com、cloud 或 password。',
      sequence: '不能出现三个及以上连续的字母或数字，如 abc、321。',
      keyboard: '不能出现三个及以上键盘上相邻的字母，如 qwe、wsx。',
    },
  },
};
