import { describe, expect, test } from 'vitest';
import { type ArrivedFile, type DeclaredFile, refusalOf } from '../../../lib/domain/registration/material.ts';
import { sniff } from '../../../lib/domain/registration/sniff.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const sniffed = (mediaType: DeclaredFile['mediaType'], text: string) =>
  sniff(mediaType, { head: bytes(text).subarray(0, 1_024), tail: bytes(text) });

const PDF = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
const JPEG = '\xff\xd8\xff\xe0\x00\x10JFIF';
const PNG = '\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR';

describe('first bytes', () => {
  test.each([
    ['application/pdf', PDF],
    ['image/jpeg', JPEG],
    ['image/png', PNG],
  ] as const)('%s is taken as what it is, and as nothing else', (mediaType, text) => {
    expect(sniffed(mediaType, text)).toBeUndefined();
    for (const other of ['application/pdf', 'image/jpeg', 'image/png'] as const)
      if (other !== mediaType) expect(sniffed(other, text)).toBe('not-of-its-type');
  });

  test.each([
    ['application/pdf', `\n${PDF}`],
    ['application/pdf', `\ufeff${PDF}`.replace('\ufeff', '\xef\xbb\xbf')],
    ['application/pdf', '%PDF'],
    ['application/pdf', '%pdf-1.7'],
    ['application/pdf', ''],
    ['application/pdf', 'PK\x03\x04'],
    ['application/pdf', 'MZ\x90\x00'],
    ['image/jpeg', '\xff\xd8'],
    ['image/png', '\x89PNG\n'],
    ['image/png', 'GIF89a'],
    ['image/png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ] as const)('%s that begins with %j is not', (mediaType, text) => {
    expect(sniffed(mediaType, text)).toBe('not-of-its-type');
  });
});

describe('what it could be taken for beside', () => {
  test.each(['<html', '<HTML ', '<!DOCTYPE html>', '<script>', '<svg onload=x>', '<?php', '<iframe '])(
    'a page: %s',
    (markup) => {
      expect(sniffed('application/pdf', PDF + markup)).toBe('holds-markup');
      expect(sniffed('image/jpeg', JPEG + markup)).toBe('holds-markup');
    },
  );

  test('only where a reader would look for one: within the first 1 024 bytes', () => {
    expect(sniffed('application/pdf', `${PDF.padEnd(1_017, ' ')}<script`)).toBe('holds-markup');
    expect(sniffed('application/pdf', `${PDF.padEnd(1_018, ' ')}<script>`)).toBeUndefined();
  });

  test.each(['<< /Type /Catalog >>', '<?xpacket begin="x"?><x:xmpmeta', '<bodywork>', '<scripts'])(
    'no page: %s',
    (text) => expect(sniffed('application/pdf', PDF + text)).toBeUndefined(),
  );

  const end = (comment: string) =>
    `PK\x05\x06${'\x00'.repeat(16)}${String.fromCharCode(comment.length % 256, Math.floor(comment.length / 256))}${comment}`;

  test.each(['', 'x', 'x'.repeat(300)])('an archive, whatever its comment', (comment) => {
    expect(sniffed('image/png', PNG + end(comment))).toBe('holds-archive');
    expect(sniffed('image/png', `${PNG}${end(comment)}.`)).toBeUndefined();
  });
});

describe('what was declared', () => {
  const declared: DeclaredFile = { mediaType: 'application/pdf', bytes: PDF.length, sha256: 'a'.repeat(64) };
  const arrived: ArrivedFile = { ...declared, head: bytes(PDF), tail: bytes(PDF) };

  test.each([
    [{}, undefined],
    [{ bytes: PDF.length + 1 }, 'other-size'],
    [{ bytes: PDF.length - 1 }, 'other-size'],
    [{ sha256: 'b'.repeat(64) }, 'other-digest'],
    [{ sha256: undefined }, 'other-digest'],
    [{ mediaType: 'text/html' }, 'other-type'],
    [{ mediaType: undefined }, 'other-type'],
    [{ head: bytes('<html>') }, 'not-of-its-type'],
  ])('%j: %s', (change, refusal) => {
    expect(refusalOf(declared, { ...arrived, ...change })).toBe(refusal);
  });
});
