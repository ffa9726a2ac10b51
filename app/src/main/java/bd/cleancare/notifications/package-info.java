/** Messages to people: SMS through the gateways of the country. */
@ApplicationModule(allowedDependencies = {"shared", "platform"})
package bd.cleancare.notifications;

import org.springframework.modulith.ApplicationModule;
