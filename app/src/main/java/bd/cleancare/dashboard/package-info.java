/** The city on one page for those who answer for it: numbers kept by day, read models only. It owns no rule of any business. */
@ApplicationModule(allowedDependencies = {"shared", "platform", "complaints", "wards"})
package bd.cleancare.dashboard;

import org.springframework.modulith.ApplicationModule;
