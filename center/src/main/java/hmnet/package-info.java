/// The centre (地域医療情報連携ネットワークのセンター).
@NullMarked
package hmnet;

import org.jspecify.annotations.NullMarked;
