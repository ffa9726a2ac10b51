/** SSLCommerz v4, the aggregator: forms in and out, a server-to-server notice (IPN), and a validation that alone can be trusted. */
package bd.cleancare.simulators.sslcommerz;
