/** What an operator may set, as typed records; {@code docs/settings.md} lists every one of them and a test compares. */
package bd.cleancare.platform.settings;
