export { handler } from './handlers.ts';
