package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A slice with a body that was changed, as a file.
 *
 * @param rest choices for what is done with it, if it is valid
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
record MutatedCase(Slice slice, byte[] bytes, int[] rest) {
  static MutatedCase generate(Choices choices, Seeds seeds) {
    Slice slice = seeds.slice(choices);
    int mutated = choices.below(slice.size());
    int[] rest = new int[40];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = choices.bits() & 0x7fff_ffff;
    }
    List<byte[]> bodies = new ArrayList<>();
    for (int place = 0; place < slice.size(); place++) {
      BodyText body = slice.body(place);
      bodies.add(place == mutated ? BodyMutator.mutate(choices, body) : body.toArray());
    }
    return new MutatedCase(slice, slice.toArray(bodies), rest);
  }
}
