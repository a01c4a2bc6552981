/** Whether something that came from outside is an object with names in it, not a list. */
export { isRecord } from '#domain/json-source';
