/// A whole file of charts matched at once (一括名寄せ): `./hmnet match`, and the figures a region learns from itself.
@ApplicationModule
@NullMarked
package hmnet.people.bulkmatching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
