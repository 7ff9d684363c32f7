package org.dylink.binding.osgi;

import java.util.Optional;

/**
 * What a service is to be made of.
 *
 * @param offer its library
 * @param grant what its programs are granted; nothing where there is no configuration
 */
record ServicePlan(Offer offer, Optional<Grant> grant) {}
