/** Which package wrote a problem report. A node reads no files: a test holds it to package.json. */
export const packageVersion = { package: 'n8n-nodes-webshop-snelstart', version: '0.1.0' };
