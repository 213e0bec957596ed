/// Persons and the history of links (地域共通ID・紐付け): links, facilities' merges, joined persons.
@ApplicationModule
@NullMarked
package hmnet.people.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
