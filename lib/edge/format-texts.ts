import type { Bilingual } from '../domain/standard/provenance.ts';

/** Formats that people fill in, in words. A pattern that is not here is told as it is: only programs meet it. */
export const formatTexts: Readonly<Record<string, Bilingual>> = {
  '/^\\d{4}-\\d{2}-\\d{2}$/': {
    zh: '日期，以半角数字写作 2030-12-31',
    en: 'a day, written 2030-12-31',
  },
  '/^\\d{6}$/': {
    zh: '六位数字的行政区划代码（GB/T 2260）',
    en: 'a division code of six digits (GB/T 2260)',
  },
  '/^[A-T]\\d{2}$/': {
    zh: '国民经济行业分类的门类字母和两位大类代码，如 I65',
    en: 'letter and two digits of an industry (GB/T 4754), as I65',
  },
  '/^\\+?[0-9][0-9 -]{4,18}$/': {
    zh: '电话号码，半角数字，可以 + 开头，可以用空格或者连字符分隔',
    en: 'a phone number: digits, spaces and hyphens, + in front where need be',
  },
  '/^[0-9a-f]{64}$/': {
    zh: '文件的 SHA-256，六十四位小写十六进制数',
    en: 'the SHA-256 of the file, 64 hexadecimal digits in lower case',
  },
  '/^[A-Za-z0-9][A-Za-z0-9-]*$/': {
    zh: '申请内的人员编号，由字母、数字和连字符组成',
    en: 'a reference within the filing: letters, digits and hyphens',
  },
};
