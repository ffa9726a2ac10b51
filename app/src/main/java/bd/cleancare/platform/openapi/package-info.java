/** The description of the API, generated from the handlers themselves. */
package bd.cleancare.platform.openapi;
