/**
 * The key of a person's chosen language among their preferences. Payload keeps the language of the
 * screens in a cookie, which nobody has at hand who writes a mail; its own `locale` preference is the
 * language of the content being edited.
 */
export const LANGUAGE_PREFERENCE = 'screen-language';
