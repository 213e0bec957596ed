/// The desk that decides who is one person (名寄せの窓口): pairs, joined persons, links.
@ApplicationModule
@NullMarked
package hmnet.office.reviewdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
