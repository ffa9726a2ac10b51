/** Nagad's merchant checkout: every message to the gateway is encrypted and signed, nothing on the way back through the browser is. */
package bd.cleancare.simulators.nagad;
