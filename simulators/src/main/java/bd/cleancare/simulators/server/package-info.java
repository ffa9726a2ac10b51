/**
 * What every simulated gateway shares: a small HTTP server with a journal of the requests it got and faults that tests can plant.
 * It knows no gateway; a gateway brings its routes.
 */
package bd.cleancare.simulators.server;
