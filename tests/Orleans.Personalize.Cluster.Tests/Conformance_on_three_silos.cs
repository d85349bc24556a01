using Orleans.Personalize.Conformance.for_IPersonalizer;

namespace Orleans.Personalize.Cluster.Tests.on_three_silos;

// The shared facts, each group on a cluster of its own.
public sealed class Audiences_of_titles(ThreeSilos host) : Audiences_of_titles<ThreeSilos>(host);

public sealed class Changing_models(ThreeSilos host) : Changing_models<ThreeSilos>(host);

public sealed class Editorial_rules(ThreeSilos host) : Editorial_rules<ThreeSilos>(host);

public sealed class Erasing_and_exporting(ThreeSilos host) : Erasing_and_exporting<ThreeSilos>(host);

public sealed class Experiments_of_the_service(ThreeSilos host) : Experiments_of_the_service<ThreeSilos>(host);

public sealed class Home_pages(ThreeSilos host) : Home_pages<ThreeSilos>(host);

public sealed class Households(ThreeSilos host) : Households<ThreeSilos>(host);

public sealed class Merging_profiles(ThreeSilos host) : Merging_profiles<ThreeSilos>(host);

public sealed class Notifications(ThreeSilos host) : Notifications<ThreeSilos>(host);

public sealed class Pages_that_go_on(ThreeSilos host) : Pages_that_go_on<ThreeSilos>(host);

public sealed class Profile_settings(ThreeSilos host) : Profile_settings<ThreeSilos>(host);

public sealed class Recommendations(ThreeSilos host) : Recommendations<ThreeSilos>(host);

public sealed class Recording_concurrently(ThreeSilos host) : Recording_concurrently<ThreeSilos>(host);

public sealed class Recording_events(ThreeSilos host) : Recording_events<ThreeSilos>(host);

public sealed class Restarting(ThreeSilos host) : Restarting<ThreeSilos>(host);

public sealed class Searching(ThreeSilos host) : Searching<ThreeSilos>(host);

public sealed class The_catalogue(ThreeSilos host) : The_catalogue<ThreeSilos>(host);

public sealed class Title_pages_and_similar_titles(ThreeSilos host) : Title_pages_and_similar_titles<ThreeSilos>(host);
