/** Server-rendered pages: what a controller returns, what a template may say, and the parts every page has. {@code docs/web.md} shows how. */
package bd.cleancare.platform.pages;
