/** Rocket through the Dutch-Bangla Bank's e-commerce gateway: SOAP, its REST twin and the bank's page. */
package bd.cleancare.simulators.rocket;
