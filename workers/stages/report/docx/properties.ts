const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The document's properties without the moment of writing, which the library would put there. */
export const coreProperties = (title: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '')}</dc:title><dc:creator>园核</dc:creator></cp:coreProperties>`
