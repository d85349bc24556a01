using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications;
using static Orleans.Personalize.Engine.Tests.for_Notifications.NotifiedWorld;

namespace Orleans.Personalize.Engine.Tests.for_Notifications;

public sealed class Who_sends_it
{
    [Fact]
    public void Senders_that_plan_after_the_same_message_claim_with_the_same_event()
    {
        var world = new NotifiedWorld(more: What_is_told.New("fresh-drama", "Drama")).LikesDramas().WatchedHarbour();
        var one = world.Plan();
        world.With(settings => settings with { OptOuts = [new NotificationOptOut { Kind = NotificationKind.NewEpisodes }] });
        var other = What_is_told.Due(world, Friday);
        Assert.NotEqual(one.Send!.Id, other.Send!.Id);
        Assert.Equal(one.Claim!.Id, other.Claim!.Id);

        world.Does(one.Claim);
        Assert.True(world.World.Engine.Apply(world.Profile.State, world.Profile.Settings, other.Claim).IsDuplicate);
        Assert.NotEqual(one.Claim.Id, What_is_told.Due(world, Friday).Claim!.Id);
    }

    [Fact]
    public void A_claim_is_an_event_that_is_accepted()
    {
        var world = new NotifiedWorld().WatchedHarbour();
        var plan = world.Plan();
        Assert.Null(world.World.Engine.Check(plan.Claim!, Friday));
        Assert.Equal((plan.Send!.Id, plan.Send.About, plan.Send.Channel), (plan.Claim!.Notification, plan.Claim.About, plan.Claim.Channel));
    }

    [Fact]
    public void An_e_mail_that_was_cut_off_is_sent_again_with_the_same_id_and_titles_and_a_push_message_is_not()
    {
        var mail = new NotifiedWorld(push: null).LikesDramas();
        var due = What_is_told.Due(mail, Friday);
        var cutOff = mail.Sends(due, cutOff: true);
        var meanwhile = mail.Plan(due.PlannedAt.AddMinutes(5));
        Assert.DoesNotContain(meanwhile.Suggestions, suggestion => suggestion.Id == cutOff.Id);
        Assert.InRange(meanwhile.NextAt!.Value, due.PlannedAt.AddMinutes(14), due.PlannedAt.AddMinutes(16));

        var again = mail.Plan(due.PlannedAt.AddMinutes(20));
        Assert.Equal((cutOff.Id, 2, 2), (again.Send!.Id, again.Send.Attempt, again.Claim!.Attempt));
        Assert.Equal(cutOff.Cards.Select(card => card.Title), again.Send.Cards.Select(card => card.Title));
        Assert.NotEqual(due.Claim!.Id, again.Claim.Id);

        mail.Sends(again);
        Assert.DoesNotContain(mail.Plan(due.PlannedAt.AddMinutes(60)).Suggestions, suggestion => suggestion.Id == cutOff.Id);

        var push = new NotifiedWorld(email: null).WatchedHarbour();
        var pushed = push.Sends(push.Plan(), cutOff: true);
        Assert.DoesNotContain(push.Plan(Friday.AddMinutes(20)).Suggestions, suggestion => suggestion.Id == pushed.Id);
    }

    [Fact]
    public void An_e_mail_is_tried_three_times_and_then_given_up()
    {
        var world = new NotifiedWorld(push: null).LikesDramas();
        var due = What_is_told.Due(world, Friday);
        var id = world.Sends(due, cutOff: true).Id;
        var attempts = 1;
        for (var minutes = 20; minutes < 600; minutes += 20)
        {
            var plan = world.Plan(due.PlannedAt.AddMinutes(minutes));
            if (plan.Send?.Id != id)
                continue;
            world.Sends(plan, cutOff: true);
            attempts++;
        }

        Assert.Equal(3, attempts);
    }

    [Fact]
    public void An_e_mail_that_failed_is_not_sent_again_and_does_not_keep_another_back()
    {
        var world = new NotifiedWorld().WatchedHarbour();
        var plan = world.Plan();
        world.Does(plan.Claim!);
        world.Does(new NotificationFailed { Id = world.NextId(), Profile = world.Profile.Settings.Id, Time = Friday, Notification = plan.Send!.Id });
        world.LikesDramas();
        var after = world.Plan(Friday.AddMinutes(30)).Suggestions;
        Assert.DoesNotContain(after, suggestion => suggestion.Id == plan.Send.Id);
        Assert.DoesNotContain(after, suggestion => suggestion.Hold == NotificationHold.Cap);
    }
}
