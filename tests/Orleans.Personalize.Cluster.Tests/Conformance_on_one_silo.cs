using Orleans.Personalize.Conformance.for_IPersonalizer;

namespace Orleans.Personalize.Cluster.Tests.on_one_silo;

// The shared facts, each group on a cluster of its own.
public sealed class Audiences_of_titles(OneSilo host) : Audiences_of_titles<OneSilo>(host);

public sealed class Changing_models(OneSilo host) : Changing_models<OneSilo>(host);

public sealed class Editorial_rules(OneSilo host) : Editorial_rules<OneSilo>(host);

public sealed class Erasing_and_exporting(OneSilo host) : Erasing_and_exporting<OneSilo>(host);

public sealed class Experiments_of_the_service(OneSilo host) : Experiments_of_the_service<OneSilo>(host);

public sealed class Extensions_of_the_service(OneSilo host) : Extensions_of_the_service<OneSilo>(host);

public sealed class Home_pages(OneSilo host) : Home_pages<OneSilo>(host);

public sealed class Households(OneSilo host) : Households<OneSilo>(host);

public sealed class Merging_profiles(OneSilo host) : Merging_profiles<OneSilo>(host);

public sealed class Notifications(OneSilo host) : Notifications<OneSilo>(host);

public sealed class Pages_that_go_on(OneSilo host) : Pages_that_go_on<OneSilo>(host);

public sealed class Profile_settings(OneSilo host) : Profile_settings<OneSilo>(host);

public sealed class Recommendations(OneSilo host) : Recommendations<OneSilo>(host);

public sealed class Recording_concurrently(OneSilo host) : Recording_concurrently<OneSilo>(host);

public sealed class Recording_events(OneSilo host) : Recording_events<OneSilo>(host);

public sealed class Restarting(OneSilo host) : Restarting<OneSilo>(host);

public sealed class Searching(OneSilo host) : Searching<OneSilo>(host);

public sealed class The_catalogue(OneSilo host) : The_catalogue<OneSilo>(host);

public sealed class Title_pages_and_similar_titles(OneSilo host) : Title_pages_and_similar_titles<OneSilo>(host);
