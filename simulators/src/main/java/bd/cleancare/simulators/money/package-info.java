/** What really happened to the payers' money at a gateway, whatever the gateway told its merchant. */
package bd.cleancare.simulators.money;
