/** A mail server that delivers to nobody: whatever it is handed can be looked at. */
package bd.cleancare.simulators.mail;
