/// A professional's own list of patients (お気に入り患者).
@ApplicationModule
@NullMarked
package hmnet.care.favourites;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
