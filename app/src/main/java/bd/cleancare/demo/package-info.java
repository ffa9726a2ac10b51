/** The invented city of the demo profile: its wards, accounts, complaints and bills. Nothing depends on it, and prod leaves it out. */
@ApplicationModule(allowedDependencies = {"platform", "shared", "authentication", "wards", "media", "complaints", "payments"})
package bd.cleancare.demo;

import org.springframework.modulith.ApplicationModule;
