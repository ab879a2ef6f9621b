import { expect, test } from 'vitest';
import { likedOf } from '../../lib/edge/media-type.ts';

const offered = ['application/json', 'text/html', 'application/vc+jwt'] as const;

test.each([
  [undefined, 'application/json'],
  ['', 'application/json'],
  ['*/*', 'application/json'],
  ['text/html', 'text/html'],
  ['TEXT/HTML;q=0.5', 'text/html'],
  ['text/*', 'text/html'],
  ['text/html, */*;q=0.8', 'text/html'],
  ['text/html;q=0.8, */*', 'application/json'],
  ['application/json;q=0.1, application/vc+jwt;q=0.2', 'application/vc+jwt'],
  ['text/html;q=0', 'application/json'],
  ['text/html;q=x', 'text/html'],
  ['image/png', 'application/json'],
  [';;,,q=', 'application/json'],
])('Accept: %s', (accept, liked) => {
  expect(likedOf(accept, offered)).toBe(liked);
});
