/** `typ` of the JWS of a copy of one's own data: it can be shown as nothing else. */
export const OWN_DATA_TYPE = 'tongbiao-own-data+jwt';
