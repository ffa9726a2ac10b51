/** Starts the simulated gateways as one program; see {@link bd.cleancare.simulators.Simulators}. */
package bd.cleancare.simulators;
